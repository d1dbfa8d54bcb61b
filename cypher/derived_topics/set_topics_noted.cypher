// name: set_topics_noted
// about: Note by which version of the rules topics were found, and how many papers a topic needed, unless somebody else began meanwhile:
//   1 where it is noted, else 0.
// params: token: str, rules: int, least: int
// returns: noted: int
// mode: write
OPTIONAL MATCH (state:GraphState {uid: 'state', topics_begun: $token})
SET state.topic_rules = $rules, state.topic_least = $least, state.topics_begun = null
RETURN count(state) AS noted;
