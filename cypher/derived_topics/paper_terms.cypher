// name: paper_terms
// about: The terms of papers, in the order of their uids: lists of uid and terms. `after` and `limit` take a part: the papers that come
//   after that one.
// params: after: str = "", limit: count = 20000
// returns: papers: list
// mode: read
// internal: yes
MATCH (p:Paper)
WHERE p.uid > $after
WITH p ORDER BY p.uid LIMIT $limit
RETURN collect([p.uid, coalesce(p.terms, [])]) AS papers;
