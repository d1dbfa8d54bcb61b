// name: groupings_noted
// about: By which version of the rules the papers of the author records were grouped last, and whether papers came, changed or went
//   since, and whether there are author records; no row for a graph into which nothing was loaded.
// returns: rules: str?, changed: bool, authors: bool
// mode: read
// internal: yes
MATCH (state:GraphState {uid: 'state'})
RETURN state.grouping_rules AS rules, coalesce(state.ungrouped, false) AS changed, EXISTS { (:Author) } AS authors;
