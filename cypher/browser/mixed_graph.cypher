// name: mixed_graph
// about: One author record whose papers may be several people's, as a picture: the papers, and the other people (by name) and
//   the topics that at least two of them share. What hangs together without the record is a group; move the record aside to see
//   it. The `part` of a WROTE is the number of the group that mixed_candidates weighs (none: the main one). Topics that many papers
//   of the graph have are left out: those whose weight, ln(N/n)/ln(N) for one on n of the N papers, is below `rarity`; of a paper
//   of more than `most_authors` authors so many are shown, the first by the alphabet. A row for each relationship.
// params: author: str, rarity: float = 0.3, most_authors: int = 50
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
  UNWIND papers AS paper
  CALL (me, paper) {
    MATCH (paper)<-[found:WROTE]-(other) WHERE coalesce(other.kind, 'person') = 'person'
    WITH me, other.name_key AS name, collect(found) AS some ORDER BY name LIMIT $most_authors
    WITH me, name, some WHERE name <> me.name_key
    UNWIND some AS found
    RETURN name, found
  }
  WITH name, collect(found) AS links, count(DISTINCT paper) AS times WHERE times > 1
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
