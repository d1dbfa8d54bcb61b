// name: authors_by_orcid
// about: Every author record with that ORCID, given bare with hyphens.
// params: orcid: str
// returns: uid: str, name: str, person: str, papers: int
// mode: read
MATCH (a:Author {orcid: $orcid})
RETURN a.uid AS uid, a.name AS name, coalesce(a.person, a.uid) AS person, COUNT { MATCH (a)-[:WROTE]->(p) RETURN DISTINCT p } AS papers
ORDER BY papers DESC, uid;
