// name: all_papers
// about: The papers in the order of their uids. `after` and `limit` take a part: those that come after that one.
// params: after: str = "", limit: count = 500
// returns: uid: str
// mode: read
// internal: yes
MATCH (p:Paper)
WHERE p.uid > $after
RETURN p.uid AS uid
ORDER BY uid LIMIT $limit;
