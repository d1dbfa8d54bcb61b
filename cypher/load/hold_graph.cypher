// name: hold_graph
// about: Hold the graph for this transaction, so that two loads at once take turns and resolve against what the other wrote. A new graph is
//   of the form given; which one the graph has comes back, null where it was written before graphs said so, and what was begun and not
//   finished.
// params: at: str, form: int
// returns: form: int?, unfinished: str?
// mode: write
MERGE (state:GraphState {uid: 'state'})
ON CREATE SET state.form = $form
SET state.changed_at = $at, state.turn = coalesce(state.turn, 0) + 1
RETURN state.form AS form, state.unfinished AS unfinished;
