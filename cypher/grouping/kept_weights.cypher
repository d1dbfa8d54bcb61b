// name: kept_weights
// about: The weights of identity evidence that the graph keeps of its own, as JSON; null: none, so that the shipped ones hold. No row for
//   a graph into which nothing was loaded. `learned` says when and from how many pairs of rare names they were learned, as JSON.
// returns: weights: str?, learned: str?
// mode: read
// internal: yes
MATCH (state:GraphState {uid: 'state'})
RETURN toStringOrNull(state.weights) AS weights, toStringOrNull(state.weights_learned) AS learned;
