// name: names_together
// about: Which of these names stand on a paper together, paper by paper. Papers of more than `most_authors` authors do not count.
// params: names: list, most_authors: int
// returns: names: list
// mode: read
// internal: yes
UNWIND $names AS name
MATCH (who:Author {name_key: name})-[:WROTE]->(paper)
USING INDEX SEEK who:Author(name_key)
WHERE coalesce(who.kind, 'person') = 'person'
WITH paper, collect(DISTINCT name) AS names
WHERE size(names) > 1 AND COUNT { (paper)<-[:WROTE]-() } <= $most_authors
RETURN DISTINCT names;
