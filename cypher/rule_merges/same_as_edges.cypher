// name: same_as_edges
// about: The SAME_AS of these author records.
// params: uids: list
// returns: a: str, b: str, by: str, reason: str
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})-[same:SAME_AS]-(b:Author)
RETURN DISTINCT a.uid AS a, b.uid AS b, same.by AS by, coalesce(same.reason, '') AS reason;
