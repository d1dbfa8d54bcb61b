// name: create_about
// about: Write what papers are about.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (p:Paper {uid: row.paper})
MATCH (t:Topic {uid: row.topic})
CREATE (p)-[r:ABOUT]->(t)
SET r = row.properties;
