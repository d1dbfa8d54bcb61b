// name: create_wrote
// about: Write authorships, one a slot.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (a:Author {uid: row.author})
MATCH (p:Paper {uid: row.paper})
CREATE (a)-[w:WROTE]->(p)
SET w = row.properties;
