// name: different_from_edges
// about: Which records these author records are not the same person as: by a decision, or because a curated list of people says so.
// params: uids: list
// returns: a: str, b: str
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})-[:DIFFERENT_FROM]-(b:Author)
RETURN a.uid AS a, b.uid AS b
UNION
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})<-[d:DESCRIBES]-(:Document)
UNWIND d.distinct_from AS other
RETURN a.uid AS a, other AS b;
