// name: tie_topics
// about: Have topics stand below others, by a vocabulary or by their words.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (t:Topic {uid: row.uid})
MATCH (above:Topic {uid: row.above})
CREATE (t)-[tie:BROADER]->(above)
SET tie.label = row.label, tie.vocabulary = row.vocabulary;
