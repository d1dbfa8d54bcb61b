// name: mixed_graph
// about: One author record whose papers may be several people's, as a picture: the papers, and the other people (by name) and
//   the topics that at least two of them share. What hangs together without the record is a group; move the record aside to see
//   it. Topics that many papers of the graph have are left out: those whose weight, ln(N/n)/ln(N) for one on n of the N papers,
//   is below `rarity`. A row for each relationship; mixed_candidates weighs the groups.
// params: author: str, rarity: float = 0.3
// returns: source: map, link: map, target: map
// mode: read
MATCH (me:Author {uid: $author})
USING INDEX SEEK me:Author(uid)
MATCH (me)-[:WROTE]->(paper)
WITH me, collect(DISTINCT paper) AS papers,
  CASE WHEN COUNT { (:Paper) } < 10 THEN log(10) ELSE log(COUNT { (:Paper) }) END AS most
CALL (me, papers, most) {
  UNWIND papers AS paper MATCH (me)-[link:WROTE]->(paper)
  RETURN link
  UNION
  UNWIND papers AS paper MATCH (paper)<-[found:WROTE]-(other)
  WHERE other.name_key <> me.name_key AND coalesce(other.kind, 'person') = 'person'
  WITH other.name_key AS name, collect(found) AS links, count(DISTINCT paper) AS times WHERE times > 1
  UNWIND links AS link
  RETURN link
  UNION
  UNWIND papers AS paper MATCH (paper)-[found:ABOUT]->(topic)
  WITH most, topic, collect(found) AS links, count(DISTINCT paper) AS times
  WHERE times > 1 AND 1 - log(COUNT { (topic)<-[:ABOUT]-() }) / most >= $rarity
  UNWIND links AS link
  RETURN link
}
WITH DISTINCT link, startNode(link) AS source, endNode(link) AS target
RETURN source, link, target
ORDER BY type(link), source.uid, target.uid;
