// name: begin_topics
// about: Note that the topics of the whole graph are being found, by whom; until that is done they are not those of any rules.
// params: token: str
// returns:
// mode: write
MATCH (state:GraphState {uid: 'state'})
SET state.topic_rules = null, state.topic_least = null, state.topics_begun = $token;
