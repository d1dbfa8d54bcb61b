// name: create_mentions
// about: Write which phrases say best what papers are about.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (p:Paper {uid: row.paper})
MATCH (f:Phrase {uid: row.phrase})
CREATE (p)-[m:MENTIONS]->(f)
SET m = row.properties;
