// name: topics_of_people
// about: The topics that most papers of these people have, the commonest first, at most `most` a person.
//   A topic found in a text counts from a score of `min_score` on, a given one always.
// params: people: list, min_score: float = 0.3, most: count = 5
// returns: person: str, topics: list
// mode: read
// internal: yes
UNWIND $people AS person
MATCH (record:Author {person: person})-[:WROTE]->(paper)-[about:ABOUT]->(topic:Topic)
WHERE about.origin = 'given' OR about.score >= $min_score
WITH person, topic.label AS label, count(DISTINCT paper) AS papers
ORDER BY person, papers DESC, label
RETURN person, collect(label)[..$most] AS topics;
