// name: delete_orphan_institutions
// about: Delete those of these institutions that nothing speaks of any more, and note by what others were found that may have been one
//   with them; mark the others with this turn, since less is said of them.
// params: uids: list
// returns:
// mode: write
MATCH (state:GraphState {uid: 'state'})
UNWIND $uids AS uid
MATCH (i:Institution {uid: uid})
SET i.due = coalesce(state.turn, 1)
WITH state, i
WHERE NOT EXISTS { (:Author)-[:AFFILIATED_WITH]->(i) } AND NOT EXISTS { (:Document)-[:DESCRIBES]->(i) }
  AND NOT EXISTS { (:Paper)-[:WRITTEN_AT]->(i) }
WITH state, i, coalesce(i.keys, []) AS keys
DETACH DELETE i
WITH state, collect(keys) AS lists
WHERE size(lists) > 0
SET state.institutions_gone = COLLECT {
  UNWIND lists + [coalesce(state.institutions_gone, [])] AS list UNWIND list AS key RETURN DISTINCT key ORDER BY key
};
