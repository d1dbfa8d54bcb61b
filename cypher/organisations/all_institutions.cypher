// name: all_institutions
// about: The uids of all institutions in their order. `after` and `limit` take a part: those that come after that one.
// params: after: str = "", limit: count = 2000
// returns: uid: str
// mode: read
// internal: yes
MATCH (i:Institution)
WHERE i.uid > $after
RETURN i.uid AS uid
ORDER BY uid LIMIT $limit;
