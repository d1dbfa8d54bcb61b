// name: keywords_in_order
// about: The uids of keywords in order. `after` and `limit` take a part: those that come after that one.
// params: after: str = "", limit: count = 20000
// returns: uids: list
// mode: read
// internal: yes
MATCH (t:Topic)
WHERE t.uid > $after AND t.uid STARTS WITH 'keyword:'
WITH t.uid AS uid ORDER BY uid LIMIT $limit
RETURN collect(uid) AS uids;
