// name: note_institutions_gone
// about: Note by what institutions were found and are no longer, so that those who are found by it still are grouped anew.
// params: keys: list
// returns:
// mode: write
MATCH (state:GraphState {uid: 'state'})
SET state.institutions_gone = COLLECT {
  UNWIND $keys + coalesce(state.institutions_gone, []) AS key RETURN DISTINCT key ORDER BY key
};
