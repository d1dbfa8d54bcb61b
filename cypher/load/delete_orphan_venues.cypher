// name: delete_orphan_venues
// about: Delete those of these venues that nothing speaks of any more.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (v:Venue {uid: uid})
WHERE NOT EXISTS { (:Paper)-[:PUBLISHED_IN]->(v) } AND NOT EXISTS { (:Document)-[:DESCRIBES]->(v) }
DETACH DELETE v;
