// name: create_papers
// about: Write papers that were not there.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
CREATE (p:Paper)
SET p = row;
