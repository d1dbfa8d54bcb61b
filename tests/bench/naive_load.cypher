// name: naive_load
// about: The load that one writes first: MERGE everything, nothing resolved, no provenance. What ours is compared with.
// params: rows: list
// mode: write
UNWIND $rows AS row
MERGE (p:Paper {uid: row.uid})
SET p.title = row.title, p.abstract = row.abstract, p.year = row.year
MERGE (v:Venue {uid: row.venue})
MERGE (p)-[:PUBLISHED_IN {year: row.year}]->(v)
WITH p, row
UNWIND row.authors AS author
MERGE (a:Author {uid: author.name})
MERGE (a)-[:WROTE {position: author.position}]->(p);
