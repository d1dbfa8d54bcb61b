// name: create_describes
// about: Write which document says what of which paper.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (document:Document {uid: row.document})
MATCH (p:Paper {uid: row.paper})
CREATE (document)-[d:DESCRIBES]->(p)
SET d = row.properties;
