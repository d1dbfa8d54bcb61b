// name: names_together
// about: Which of these names stand on a paper together: a list of names for each paper, in one row. Papers of more than `most_authors`
//   authors do not count.
// params: names: list, most_authors: int
// returns: papers: list
// mode: read
// internal: yes
UNWIND $names AS name
MATCH (who:Author {name_key: name})-[:WROTE]->(paper)
USING INDEX SEEK who:Author(name_key)
WHERE coalesce(who.kind, 'person') = 'person'
WITH paper, collect(DISTINCT name) AS names
WHERE size(names) > 1 AND COUNT { (paper)<-[:WROTE]-() } <= $most_authors
RETURN collect(DISTINCT names) AS papers;
