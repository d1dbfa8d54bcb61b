// name: create_corrections
// about: Tie notices (errata, corrections, retractions) to the papers that they are about.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (notice:Paper {uid: row.notice})
MATCH (about:Paper {uid: row.about})
CREATE (notice)-[:CORRECTS {kind: row.kind, by: row.by}]->(about);
