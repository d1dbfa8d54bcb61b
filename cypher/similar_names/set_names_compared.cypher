// name: set_names_compared
// about: Note that names are compared now, by which version of the rules, and which blocks are too large to be of use.
// params: rules: int, crowded: list
// returns:
// mode: write
MATCH (state:GraphState {uid: 'state'})
SET state.name_rules = $rules, state.crowded_blocks = $crowded, state.blocks_ahead = null;
