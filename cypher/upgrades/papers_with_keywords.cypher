// name: papers_with_keywords
// about: The papers to which documents give one of these keywords, or one below it, in the order of their uids. `after` and `limit` take a
//   part: those that come after that one.
// params: keywords: list, after: str = "", limit: count = 500
// returns: uid: str
// mode: read
// internal: yes
UNWIND $keywords AS uid
MATCH (t:Topic {uid: uid}) (()<-[tie:BROADER WHERE tie.vocabulary IS NULL AND tie.label IS NOT NULL]-()){0,6} (below:Topic)
MATCH (below)<-[:ABOUT {origin: 'given'}]-(p:Paper)
WHERE p.uid > $after
RETURN DISTINCT p.uid AS uid
ORDER BY uid LIMIT $limit;
