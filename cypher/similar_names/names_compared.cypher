// name: names_compared
// about: By which version of the rules names were compared last, which blocks were too large to be of use then, and whether blocks were
//   written since, ahead of a comparison that did not come.
// returns: rules: int?, crowded: list, ahead: bool
// mode: read
// internal: yes
MATCH (state:GraphState {uid: 'state'})
RETURN state.name_rules AS rules, coalesce(state.crowded_blocks, []) AS crowded,
  coalesce(state.blocks_ahead, false) AS ahead;
