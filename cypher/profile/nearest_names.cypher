// name: nearest_names
// about: Author records whose names come nearest to a text, best first: "did you mean". The text is a Lucene query, so that
//   `shoam~2 de~1` finds "Soham De".
// params: text: str, limit: int? = 5
// returns: uid: str, name: str, papers: int, score: float
// mode: read
CALL db.index.fulltext.queryNodes('author_names', $text) YIELD node AS a, score
RETURN a.uid AS uid, a.name AS name, COUNT { MATCH (a)-[:WROTE]->(p) RETURN DISTINCT p } AS papers, score
ORDER BY score DESC, papers DESC, uid
LIMIT CASE WHEN coalesce($limit, 0) > 0 THEN $limit ELSE 9223372036854775807 END;
