// name: change_papers
// about: Write papers in place of old ones; what users set on the node stays.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (p:Paper {uid: row.old})
SET p += row.properties;
