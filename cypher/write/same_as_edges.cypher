// name: same_as_edges
// about: The SAME_AS of these author records. Those that the rule wrote come without their reason: it is worked out anew.
// params: uids: list
// returns: a: str, b: str, by: str, reason: str
// mode: read
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})-[same:SAME_AS]-(b:Author)
RETURN DISTINCT a.uid AS a, b.uid AS b, same.by AS by, CASE same.by WHEN 'rule' THEN '' ELSE coalesce(same.reason, '') END AS reason;
