// name: authors_by_name_key
// about: Every author record of exactly that name. The key is the name in lower case, white space collapsed.
// params: name_key: str
// returns: uid: str, name: str, person: str, papers: int
// mode: read
MATCH (a:Author {name_key: $name_key})
USING INDEX SEEK a:Author(name_key)
RETURN a.uid AS uid, a.name AS name, coalesce(a.person, a.uid) AS person, COUNT { MATCH (a)-[:WROTE]->(p) RETURN DISTINCT p } AS papers
ORDER BY papers DESC, uid;
