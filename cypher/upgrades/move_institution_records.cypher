// name: move_institution_records
// about: Have what documents say of one institution be said of another one.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (old:Institution {uid: row.old})<-[d:DESCRIBES]-(document:Document)
WHERE d.said = row.said
MATCH (new:Institution {uid: row.new})
CREATE (document)-[moved:DESCRIBES]->(new)
SET moved = properties(d)
DELETE d;
