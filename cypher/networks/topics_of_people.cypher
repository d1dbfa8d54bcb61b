// name: topics_of_people
// about: The topics that most papers of these people have, the commonest first, at most `most` a person. The papers of the records
//   `together` count as those of the person `author`.
//   A topic found in a text counts from a score of `min_score` on, a given one always.
// params: people: list, author: str? = null, together: list = [], min_score: float = 0.3, most: count = 5
// returns: person: str, topics: list
// mode: read
// internal: yes
WITH COLLECT { MATCH (also:Author) USING INDEX SEEK also:Author(uid) WHERE also.uid IN $together RETURN DISTINCT also.person }
    AS others,
  COLLECT { MATCH (me:Author {uid: $author}) USING INDEX SEEK me:Author(uid) RETURN me.person }[0] AS self
UNWIND $people AS person
MATCH (record:Author)-[:WROTE]->(paper)-[about:ABOUT]->(topic:Topic)
USING INDEX SEEK record:Author(person)
WHERE record.person IN CASE WHEN person = self THEN [person] + others ELSE [person] END
  AND (about.origin = 'given' OR about.score >= $min_score)
WITH person, topic.label AS label, count(DISTINCT paper) AS papers
ORDER BY person, papers DESC, label
RETURN person, collect(label)[..$most] AS topics;
