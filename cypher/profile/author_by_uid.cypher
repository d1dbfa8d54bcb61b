// name: author_by_uid
// about: The author record of that uid, or no row.
// params: author: str
// returns: uid: str, name: str, person: str, papers: int
// mode: read
MATCH (a:Author {uid: $author})
RETURN a.uid AS uid, a.name AS name, coalesce(a.person, a.uid) AS person, COUNT { MATCH (a)-[:WROTE]->(p) RETURN DISTINCT p } AS papers;
