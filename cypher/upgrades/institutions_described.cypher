// name: institutions_described
// about: Institutions that records are about, and these as JSON, in the order of their uids. `after` and `limit` take a part: those that come after
//   that one.
// params: after: str = "", limit: count = 500
// returns: uid: str, said: list
// mode: read
// internal: yes
MATCH (i:Institution)
WHERE i.uid > $after AND EXISTS { (i)<-[:DESCRIBES]-(:Document) }
WITH i ORDER BY i.uid LIMIT $limit
RETURN i.uid AS uid, COLLECT { MATCH (i)<-[d:DESCRIBES]-(:Document) RETURN DISTINCT d.said } AS said
ORDER BY uid;
