// name: create_nodes
// about: Create nodes of one label, which are not there yet, with the properties given.
// params: label: str, rows: list
// returns:
// mode: write
UNWIND $rows AS row
CREATE (n:$($label))
SET n = row
FINISH;
