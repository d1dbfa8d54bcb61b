// name: names_compared
// about: By which version of the rules names were compared last, and which blocks were too large to be of use then.
// returns: rules: int?, crowded: list
// mode: read
// internal: yes
MATCH (state:GraphState {uid: 'state'})
RETURN state.name_rules AS rules, coalesce(state.crowded_blocks, []) AS crowded;
