// name: create_written_at
// about: Write which institutions authors name on papers, one for each that an address of theirs names.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (p:Paper {uid: row.paper})
MATCH (i:Institution {uid: row.institution})
CREATE (p)-[w:WRITTEN_AT]->(i)
SET w = row.properties;
