// name: author_lists
// about: Of every paper of two authors or more, and of no more than `most_authors`, a list of their uids, in the order of the papers' uids.
//   `after` and `limit` take a part: the papers whose uids come after that one, up to and with `last`; null where there are no more.
// params: most_authors: int, after: str = "", limit: count = 20000
// returns: last: str?, papers: list
// mode: read
// internal: yes
CALL () {
  MATCH (p:Paper)
  WHERE p.uid > $after
  RETURN p ORDER BY p.uid LIMIT $limit
}
RETURN max(p.uid) AS last, collect(
  CASE WHEN 1 < COUNT { (p)<-[:WROTE]-() } <= $most_authors THEN COLLECT { MATCH (p)<-[:WROTE]-(a:Author) RETURN a.uid } END) AS papers;
