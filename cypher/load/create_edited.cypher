// name: create_edited
// about: Write who edited papers, or the volumes that they stand in.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (a:Author {uid: row.author})
MATCH (p:Paper {uid: row.paper})
CREATE (a)-[e:EDITED]->(p)
SET e = row.properties;
