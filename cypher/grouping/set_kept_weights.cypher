// name: set_kept_weights
// about: Have the graph keep these weights of identity evidence, as JSON, with what they were learned from; null: the shipped ones hold.
// params: weights: str?, learned: str?
// returns:
// mode: write
MATCH (state:GraphState {uid: 'state'})
SET state.weights = $weights, state.weights_learned = $learned;
