// name: evidence_pairs
// about: The pairs of author records whose names can be one person's, and (`different`) those that somebody decided to be two.
// returns: a: str, b: str, score: float?, kind: str?, different: bool
// mode: read
MATCH (a:Author)-[similar:SIMILAR_NAME]->(b:Author)
RETURN a.uid AS a, b.uid AS b, similar.score AS score, similar.kind AS kind, false AS different
UNION ALL
MATCH (a:Author)-[:DIFFERENT_FROM]->(b:Author)
RETURN a.uid AS a, b.uid AS b, null AS score, null AS kind, true AS different;
