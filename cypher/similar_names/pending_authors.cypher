// name: pending_authors
// about: Author records that were touched since names were compared last, in the order of their uids: lists of uid and name, the name of
//   those that stand for a person. `after` and `limit` take a part: those whose uids come after that one.
// params: after: str = "", limit: count = 50000
// returns: authors: list
// mode: read
// internal: yes
MATCH (a:Author)
WHERE a.pending = true AND a.uid > $after
WITH a ORDER BY a.uid LIMIT $limit
RETURN collect([a.uid, CASE WHEN a.kind = 'person' THEN a.name END]) AS authors;
