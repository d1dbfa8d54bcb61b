// name: note_form
// about: Note that a step has brought the graph to this form of the data model; a higher one, to which another program brought it
//   meanwhile, stays.
// params: form: int, at: str
// returns: form: int
// mode: write
MERGE (state:GraphState {uid: 'state'})
SET state.changed_at = $at,
  state.form = CASE WHEN coalesce(state.form, 0) < $form THEN $form ELSE state.form END
RETURN state.form AS form;
