// name: phrases_in_order
// about: The uids of phrases in order. `after` and `limit` take a part: those that come after that one.
// params: after: str = "", limit: count = 20000
// returns: uids: list
// mode: read
// internal: yes
MATCH (f:Phrase)
WHERE f.uid > $after
WITH f.uid AS uid ORDER BY uid LIMIT $limit
RETURN collect(uid) AS uids;
