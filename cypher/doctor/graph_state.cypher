// name: graph_state
// about: When the graph changed last, and what was begun on it and not finished; no row for a graph that nothing was loaded into.
// returns: changed_at: str?, unfinished: str?
// mode: read
// internal: yes
MATCH (state:GraphState {uid: 'state'})
RETURN state.changed_at AS changed_at, state.unfinished AS unfinished;
