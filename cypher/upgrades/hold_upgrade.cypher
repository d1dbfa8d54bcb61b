// name: hold_upgrade
// about: Hold the graph for a transaction of a step, whatever its form, so that two programs that take the step at once take turns.
// returns:
// mode: write
MERGE (state:GraphState {uid: 'state'})
SET state.turn = coalesce(state.turn, 0) + 1;
