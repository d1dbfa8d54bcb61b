// name: groupings_noted
// about: By which version of the rules the papers of the author records were grouped last; no row for a graph without authors.
// returns: rules: str?
// mode: read
MATCH (state:GraphState {uid: 'state'})
WHERE EXISTS { (:Author) }
RETURN state.grouping_rules AS rules;
