// name: merge_institutions
// about: Have these institutions, marked with this turn: what they are is worked out from all that is said of them when everything is
//   written.
// params: rows: list
// returns:
// mode: write
MATCH (state:GraphState {uid: 'state'})
WITH coalesce(state.turn, 1) AS turn
UNWIND $rows AS row
MERGE (i:Institution {uid: row.uid})
ON CREATE SET i.name = row.name, i.organisation = row.uid
SET i.due = turn;
