// name: mark_unfinished
// about: Say on the graph what was begun on it, or (null) that it was finished.
// params: what: str?
// returns:
// mode: write
MATCH (state:GraphState {uid: 'state'})
SET state.unfinished = $what;
