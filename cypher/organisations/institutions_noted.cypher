// name: institutions_noted
// about: The number of the graph's turn, how many institutions are to be worked out anew, and by what others were found that went; no row where nothing
//   was loaded.
// returns: turn: int, due: int, gone: list
// mode: read
// internal: yes
MATCH (state:GraphState {uid: 'state'})
RETURN coalesce(state.turn, 0) AS turn, COUNT { MATCH (i:Institution) WHERE i.due > 0 } AS due,
  coalesce(state.institutions_gone, []) AS gone;
