// name: delete_decided_edges
// about: Take away what decisions that hold no longer said of two author records.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (a:Author {uid: row.a})-[edge:SAME_AS|DIFFERENT_FROM {decision: row.decision}]->(b:Author {uid: row.b})
WHERE type(edge) = row.type
DELETE edge;
