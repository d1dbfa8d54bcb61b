// name: delete_orphan_phrases
// about: Delete those of these phrases that no paper mentions any more. The topics that they were go when topics are found, with what
//   stands above them; that this is due is noted.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (f:Phrase {uid: uid})
WHERE NOT EXISTS { (:Paper)-[:MENTIONS]->(f) }
WITH f, EXISTS { (f)-[:SPELLS]->(t) WHERE t.code = f.code } AS is_topic
DETACH DELETE f
WITH is_topic WHERE is_topic
WITH count(*) AS topics WHERE topics > 0
MATCH (state:GraphState {uid: 'state'})
SET state.topics_gone = state.turn;
