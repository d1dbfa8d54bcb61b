// name: decided_edges
// about: The SAME_AS and DIFFERENT_FROM of these author records that stand for decisions in the log.
// params: uids: list
// returns: type: str, a: str, b: str, decision: str
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})-[edge:SAME_AS|DIFFERENT_FROM]->(b:Author)
WHERE edge.decision IS NOT NULL
RETURN DISTINCT type(edge) AS type, a.uid AS a, b.uid AS b, edge.decision AS decision;
