// name: hold_graph
// about: Hold the graph for this transaction, so that two loads at once take turns and resolve against what the other wrote.
// params: at: str
// returns:
// mode: write
MERGE (state:GraphState {uid: 'state'})
SET state.changed_at = $at;
