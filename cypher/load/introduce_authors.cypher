// name: introduce_authors
// about: Write names, ids and institutions of author records on which nothing hung before. They wait to be compared with others.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (a:Author {uid: row.uid})
SET a += row.properties, a.person = coalesce(a.person, a.uid), a.pending = true
WITH a, row.institutions AS institutions
UNWIND institutions AS one
MATCH (i:Institution {uid: one.uid})
CREATE (a)-[r:AFFILIATED_WITH]->(i)
SET r = one.properties;
