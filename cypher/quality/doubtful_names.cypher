// name: doubtful_names
// about: Author records whose name looks like no name, and why: what is left of an author list that could not be read, initials
//   or a degree alone, digits, brackets or separators within. Most papers first; `documents` says where to look.
// params: limit: count = 100
// returns: uid: str, name: str, why: str, papers: int, paper: str?, documents: list
// mode: read
MATCH (a:Author)
WHERE a.doubtful_name IS NOT NULL
WITH a, COUNT { (a)-[:WROTE|EDITED]->(:Paper) } AS papers
ORDER BY papers DESC, a.uid
LIMIT $limit
RETURN a.uid AS uid, a.name AS name, a.doubtful_name AS why, papers,
  head(COLLECT { MATCH (a)-[:WROTE|EDITED]->(p:Paper) RETURN coalesce(p.title, p.caption) ORDER BY p.uid LIMIT 1 }) AS paper,
  COLLECT {
    MATCH (a)-[:WROTE|EDITED]->(:Paper)<-[:DESCRIBES]-(d:Document) WITH DISTINCT d.location AS location
    WHERE location IS NOT NULL RETURN location ORDER BY location LIMIT 5
  } AS documents
ORDER BY papers DESC, uid;
