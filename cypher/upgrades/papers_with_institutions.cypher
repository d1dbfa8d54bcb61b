// name: papers_with_institutions
// about: The papers on which an author names an institution, in the order of their uids. `after` and `limit` take a part: those that come after that
//   one.
// params: after: str = "", limit: count = 500
// returns: uid: str
// mode: read
// internal: yes
MATCH (p:Paper)
WHERE p.uid > $after AND EXISTS { (p)<-[w:WROTE]-() WHERE w.institutions IS NOT NULL }
RETURN p.uid AS uid
ORDER BY uid LIMIT $limit;
