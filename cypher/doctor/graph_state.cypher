// name: graph_state
// about: When the graph changed last, what was begun on it and not finished, and the form of the data model that it is in (null: older
//   than the numbers), and whether it keeps weights of its own; no row for a graph that nothing was loaded into.
// returns: changed_at: str?, unfinished: str?, form: int?, keeps_weights: bool
// mode: read
// internal: yes
MATCH (state:GraphState {uid: 'state'})
RETURN state.changed_at AS changed_at, state.unfinished AS unfinished, state.form AS form,
  state.weights IS NOT NULL AS keeps_weights;
