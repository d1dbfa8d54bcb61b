// name: proposed_by_collaborators
// about: Author records that wrote with a collaborator of one of these, never with it, and whose name has a word that begins like
//   one of its own. `rows` are {uid, starts}. Papers of more than `most_authors` authors do not count.
// params: rows: list, most_authors: int
// returns: a: str, b: str
// mode: read
// internal: yes
UNWIND $rows AS row
MATCH (a:Author {uid: row.uid})-[:WROTE]->(paper:Paper)<-[:WROTE]-(collaborator:Author)
WHERE collaborator <> a AND COUNT { (paper)<-[:WROTE]-() } <= $most_authors
WITH collaborator, collect(DISTINCT {author: a, starts: row.starts}) AS ones
MATCH (collaborator)-[:WROTE]->(paper:Paper)<-[:WROTE]-(b:Author)
WHERE b <> collaborator AND COUNT { (paper)<-[:WROTE]-() } <= $most_authors
WITH DISTINCT ones, b
WITH ones, b, [block IN b.blocks WHERE block STARTS WITH 'start='] AS starts
UNWIND ones AS one
WITH one, b, starts
WHERE one.author <> b AND any(start IN one.starts WHERE start IN starts)
WITH DISTINCT one.author AS a, b
WHERE NOT EXISTS {
  MATCH (a)-[:WROTE]->(together:Paper)<-[:WROTE]-(b)
  WHERE COUNT { (together)<-[:WROTE]-() } <= $most_authors
}
RETURN a.uid AS a, b.uid AS b;
