// name: delete_orphan_institutions
// about: Delete those of these institutions that nothing speaks of any more.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (i:Institution {uid: uid})
WHERE NOT EXISTS { (:Author)-[:AFFILIATED_WITH]->(i) } AND NOT EXISTS { (:Document)-[:DESCRIBES]->(i) }
DETACH DELETE i;
