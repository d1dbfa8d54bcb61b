// name: different_from_edges
// about: The DIFFERENT_FROM of these author records.
// params: uids: list
// returns: a: str, b: str
// mode: read
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})-[:DIFFERENT_FROM]-(b:Author)
RETURN DISTINCT a.uid AS a, b.uid AS b;
