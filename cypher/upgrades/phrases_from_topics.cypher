// name: phrases_from_topics
// about: Make phrases of topics that were found in single texts, at most so many; how many there were.
// params: most: int
// returns: topics: int
// mode: write
MATCH (t:Topic)
WHERE t.scheme = 'phrase'
WITH t LIMIT $most
MERGE (f:Phrase {uid: t.uid})
SET f.code = t.code, f.label = t.label, f.uses = t.uses
WITH t, f
CALL (t, f) {
  MATCH (p:Paper)-[about:ABOUT]->(t)
  CREATE (p)-[:MENTIONS {label: about.label, score: about.score}]->(f)
}
DETACH DELETE t
RETURN count(*) AS topics;
