// name: delete_orphan_phrases
// about: Delete those of these phrases that no paper mentions any more, and the topics that they were; what stood above these, and what
//   they stood above, is then to be found anew.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (f:Phrase {uid: uid})
WHERE NOT EXISTS { (:Paper)-[:MENTIONS]->(f) }
OPTIONAL MATCH (f)-[:SPELLS]->(t:Topic {uid: uid})
WITH collect(f) AS phrases, collect(t) AS topics
CALL (topics) {
  WITH topics WHERE topics <> []
  MATCH (state:GraphState {uid: 'state'})
  SET state.topics_gone = state.turn
}
FOREACH (node IN phrases + topics | DETACH DELETE node);
