// name: mark_ungrouped
// about: Note that papers came, changed or went since the papers of author records were grouped.
// returns:
// mode: write
MATCH (state:GraphState {uid: 'state'})
SET state.ungrouped = true;
