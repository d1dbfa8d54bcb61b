// name: mixed_graph
// about: One author record whose papers may be several people's, as a picture: the papers, and the other people (by name) and
//   the topics that at least two of them share. What hangs together without the record is a group; move the record aside to see
//   it. Topics that many papers of the graph have are left out: those whose weight, ln(N/n)/ln(N) for one on n of the N papers,
//   is below `rarity`. Of the people the closest are shown, at most `people` names (0 or null: all): a paper of n people adds 1/(n-1),
//   as in close_collaborators. `left_out`, the same on every row, says how many were not: {people}. A row for each relationship.
//   The `part` of a WROTE is the number of the group that mixed_candidates weighs (none: the main one).
// params: author: author, rarity: float = 0.3, people: count? = 100
// returns: source: map, link: map, target: map, left_out: map
// mode: read
MATCH (me:Author {uid: $author})
USING INDEX SEEK me:Author(uid)
MATCH (me)-[:WROTE]->(paper)
WITH me, collect(DISTINCT paper) AS papers,
  CASE WHEN COUNT { (:Paper) } < 10 THEN log(10) ELSE log(COUNT { (:Paper) }) END AS most
CALL (me, papers) {
  UNWIND papers AS paper
  WITH me, paper, COUNT { (paper)<-[:WROTE]-() } AS slots
  MATCH (paper)<-[:WROTE]-(other)
  WHERE other.name_key <> me.name_key AND coalesce(other.kind, 'person') = 'person'
  WITH other.name_key AS name, count(DISTINCT paper) AS times, round(sum(1.0 / (slots - 1)), 9) AS strength WHERE times > 1
  WITH name ORDER BY strength DESC, name
  WITH collect(name) AS known
  WITH known, CASE WHEN coalesce($people, 0) > 0 THEN known[..$people] ELSE known END AS names
  RETURN names, size(known) - size(names) AS people_left
}
// No relationship comes up twice, so nothing is compared: UNION would keep the lists with every row to compare them.
CALL (me, papers, names, most) {
  UNWIND papers AS paper MATCH (me)-[link:WROTE]->(paper)
  RETURN link
  UNION ALL
  UNWIND papers AS paper MATCH (paper)<-[link:WROTE]-(other)
  WHERE other.name_key IN names AND coalesce(other.kind, 'person') = 'person'
  RETURN link
  UNION ALL
  UNWIND papers AS paper MATCH (paper)-[found:ABOUT|MENTIONS]->(topic) WHERE topic:Phrase OR found.origin = 'given'
  WITH most, topic, collect(found) AS links, count(DISTINCT paper) AS times
  WHERE times > 1 AND 1 - log(CASE
    WHEN 'phrase' IN topic.schemes THEN COUNT { (topic)<-[:ABOUT {origin: 'given'}]-() }
    ELSE COUNT { (topic)<-[:ABOUT|MENTIONS]-() }
  END) / most >= $rarity
  UNWIND links AS link
  RETURN link
}
WITH link, startNode(link) AS source, endNode(link) AS target, {people: people_left} AS left_out
RETURN source, link, target, left_out
ORDER BY type(link), source.uid, target.uid;
