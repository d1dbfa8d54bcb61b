// name: note_blocks_ahead
// about: Note that blocks of names are written before the names are compared, in other transactions.
// params:
// returns:
// mode: write
MERGE (state:GraphState {uid: 'state'})
SET state.blocks_ahead = true;
