// name: create_near_misses
// about: Write pairs of papers that may be one work.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (a:Paper {uid: row.a})
MATCH (b:Paper {uid: row.b})
CREATE (a)-[:SIMILAR_PAPER {score: row.score, reasons: row.reasons}]->(b);
