// name: note_blocks_ahead
// about: Note that blocks of names are written before the names are compared, in other transactions.
// params: form: int
// returns:
// mode: write
MERGE (state:GraphState {uid: 'state'})
ON CREATE SET state.form = $form
SET state.blocks_ahead = true;
