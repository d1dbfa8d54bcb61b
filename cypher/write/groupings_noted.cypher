// name: groupings_noted
// about: By which version of the rules the papers of the author records were grouped last.
// returns: rules: str?
// mode: read
MATCH (state:GraphState {uid: 'state'})
RETURN state.grouping_rules AS rules;
