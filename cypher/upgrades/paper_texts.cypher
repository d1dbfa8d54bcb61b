// name: paper_texts
// about: Titles and abstracts, in the order of the papers' uids. `after` and `limit` take a part: the papers that come after that one.
// params: after: str = "", limit: count = 2000
// returns: uid: str, title: str?, abstract: str?
// mode: read
// internal: yes
MATCH (p:Paper)
WHERE p.uid > $after
RETURN p.uid AS uid, p.title AS title, p.abstract AS abstract
ORDER BY uid LIMIT $limit;
