// name: set_graph_card
// about: Have the graph's own card say this, besides what it says; nothing is unfinished any more.
// params: card: map
// returns:
// mode: write
MATCH (state:GraphState {uid: 'state'})
SET state += $card, state.unfinished = null
FINISH;
