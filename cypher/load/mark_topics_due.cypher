// name: mark_topics_due
// about: Mark papers, phrases and keywords that this turn touched, so that which topics there are, and what papers are about, is found
//   anew. Keywords are given by the uids of their topics.
// params: papers: list, phrases: list, keywords: list
// returns:
// mode: write
MATCH (state:GraphState {uid: 'state'})
CALL (state) {
  UNWIND $papers AS uid
  MATCH (p:Paper {uid: uid})
  SET p.topics_due = state.turn
}
CALL (state) {
  UNWIND $phrases AS uid
  MATCH (f:Phrase {uid: uid})
  SET f.topics_due = state.turn
}
CALL (state) {
  UNWIND $keywords AS uid
  MATCH (t:Topic {uid: uid})
  SET t.topics_due = state.turn
};
