// name: create_similar_names
// about: Write which author records have names alike, and in which way they differ.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (a:Author {uid: row.a})
MATCH (b:Author {uid: row.b})
CREATE (a)-[:SIMILAR_NAME {score: row.score, kind: row.kind, reasons: row.reasons}]->(b);
