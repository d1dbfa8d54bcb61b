// name: people_with_affiliations
// about: Author records that records about the person give an affiliation, and these as JSON, in the order of their uids. `after` and `limit` take a
//   part: those that come after that one.
// params: after: str = "", limit: count = 500
// returns: uid: str, said: list
// mode: read
// internal: yes
MATCH (a:Author)
WHERE a.uid > $after AND EXISTS { (a)<-[d:DESCRIBES]-(:Document) WHERE d.said CONTAINS '"affiliations"' }
WITH a ORDER BY a.uid LIMIT $limit
RETURN a.uid AS uid, COLLECT { MATCH (a)<-[d:DESCRIBES]-(:Document) RETURN DISTINCT d.said } AS said
ORDER BY uid;
