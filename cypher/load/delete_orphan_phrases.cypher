// name: delete_orphan_phrases
// about: Delete those of these phrases that no paper mentions any more. The topics that they were go when topics are found, with what
//   stands above them; that this is due is noted. Papers that use such a phrase as a term, where it stood for another topic, wait for
//   their topics.
// params: uids: list
// returns:
// mode: write
MATCH (state:GraphState {uid: 'state'})
UNWIND $uids AS uid
MATCH (f:Phrase {uid: uid})
WHERE NOT EXISTS { (:Paper)-[:MENTIONS]->(f) }
CALL (state, f) {
  MATCH (f)-[:SPELLS]->(t)<-[:ABOUT]-(p:Paper)
  WHERE t.code <> f.code AND f.code IN p.terms
  SET p.topics_due = state.turn
}
WITH state, f, EXISTS { (f)-[:SPELLS]->(t) WHERE t.code = f.code } AS is_topic
DETACH DELETE f
WITH state, is_topic WHERE is_topic
SET state.topics_gone = state.turn;
