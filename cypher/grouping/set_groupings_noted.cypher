// name: set_groupings_noted
// about: Note by which version of the rules the papers of all author records are grouped now; null: not all of them are.
// params: rules: str?
// returns:
// mode: write
MATCH (state:GraphState {uid: 'state'})
SET state.grouping_rules = $rules, state.ungrouped = CASE WHEN $rules IS NULL THEN true END,
  state.families_left = null, state.given_left = null;
