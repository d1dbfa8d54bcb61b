// name: clear_institutions_due
// about: Take the mark from all institutions, and the note of those that went.
// returns:
// mode: write
CALL () {
  MATCH (i:Institution)
  WHERE i.due > 0
  SET i.due = null
}
MATCH (state:GraphState {uid: 'state'})
SET state.institutions_gone = null;
