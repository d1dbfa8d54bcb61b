// name: create_published_in
// about: Write where papers appeared.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (p:Paper {uid: row.paper})
MATCH (v:Venue {uid: row.venue})
CREATE (p)-[r:PUBLISHED_IN]->(v)
SET r = row.properties;
