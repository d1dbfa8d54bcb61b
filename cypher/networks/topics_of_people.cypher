// name: topics_of_people
// about: The topics that most papers of these people have, the commonest first, at most `most` a person.
// params: people: list, most: count = 5
// returns: person: str, topics: list
// mode: read
// internal: yes
UNWIND $people AS person
MATCH (record:Author {person: person})-[:WROTE]->(paper)-[:ABOUT]->(topic:Topic)
WITH person, topic.label AS label, count(DISTINCT paper) AS papers
ORDER BY person, papers DESC, label
RETURN person, collect(label)[..$most] AS topics;
