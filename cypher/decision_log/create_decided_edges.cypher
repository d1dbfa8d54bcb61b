// name: create_decided_edges
// about: Write what decisions say of two author records.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (a:Author {uid: row.a})
MATCH (b:Author {uid: row.b})
CALL (a, b, row) {
  WITH a, b, row WHERE row.type = 'SAME_AS'
  CREATE (a)-[edge:SAME_AS]->(b)
  SET edge = row.properties
}
CALL (a, b, row) {
  WITH a, b, row WHERE row.type = 'DIFFERENT_FROM'
  CREATE (a)-[edge:DIFFERENT_FROM]->(b)
  SET edge = row.properties
};
