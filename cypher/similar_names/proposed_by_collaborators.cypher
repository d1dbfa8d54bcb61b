// name: proposed_by_collaborators
// about: Author records that wrote with a collaborator of one of these, never with it, and whose name has a word that begins like
//   one of its own. `rows` are {uid, starts}. Papers of more than `most_authors` authors do not count.
// params: rows: list, most_authors: int
// returns: a: str, b: str
// mode: read
// internal: yes
UNWIND range(0, size($rows) - 1) AS number
MATCH (a:Author {uid: $rows[number].uid})-[:WROTE]->(paper:Paper)<-[:WROTE]-(collaborator:Author)
WHERE collaborator <> a AND COUNT { (paper)<-[:WROTE]-() } <= $most_authors
WITH collaborator, collect(DISTINCT number) AS numbers
MATCH (collaborator)-[:WROTE]->(paper:Paper)<-[:WROTE]-(b:Author)
WHERE b <> collaborator AND COUNT { (paper)<-[:WROTE]-() } <= $most_authors
// Whom many collaborators lead to is looked at once.
WITH b, collect(DISTINCT numbers) AS led
WITH b, led, [block IN b.blocks WHERE block STARTS WITH 'start='] AS starts
UNWIND led AS numbers
UNWIND numbers AS number
WITH DISTINCT b, starts, number
WHERE any(start IN $rows[number].starts WHERE start IN starts)
MATCH (a:Author {uid: $rows[number].uid})
WHERE a <> b AND NOT EXISTS {
  MATCH (a)-[:WROTE]->(together:Paper)<-[:WROTE]-(b)
  WHERE COUNT { (together)<-[:WROTE]-() } <= $most_authors
}
RETURN a.uid AS a, b.uid AS b;
