// name: set_form
// about: Say in which form of the data model the graph is that is being moved here, whatever stood here before.
// params: form: int
// returns:
// mode: write
MATCH (state:GraphState {uid: 'state'})
SET state.form = $form;
