// name: evidence_pairs
// about: The pairs of author records whose names can be one person's, and (`different`) those that are two people by
//   somebody's decision, or because a curated list of people says so.
// returns: a: str, b: str, score: float?, kind: str?, different: bool
// mode: read
// internal: yes
MATCH (a:Author)-[similar:SIMILAR_NAME]->(b:Author)
RETURN a.uid AS a, b.uid AS b, similar.score AS score, similar.kind AS kind, false AS different
UNION ALL
MATCH (a:Author)-[:DIFFERENT_FROM]->(b:Author)
RETURN a.uid AS a, b.uid AS b, null AS score, null AS kind, true AS different
UNION ALL
MATCH (:Document)-[said:DESCRIBES]->(a:Author)
WHERE said.distinct_from IS NOT NULL
UNWIND said.distinct_from AS other
MATCH (b:Author {uid: other})
RETURN a.uid AS a, b.uid AS b, null AS score, null AS kind, true AS different;
