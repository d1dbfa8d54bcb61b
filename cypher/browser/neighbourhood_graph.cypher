// name: neighbourhood_graph
// about: One person as a picture: the newest papers, the people on them, their venues, the topics that most of these papers are
//   about, and the person's institutions. A row for each relationship, between its two nodes.
// params: author: str, limit: int? = 12, topics: int = 8
// returns: source: map, link: map, target: map
// mode: read
MATCH (me:Author {uid: $author})
USING INDEX SEEK me:Author(uid)
CALL (me) {
  MATCH (record:Author {person: me.person})-[:WROTE]->(paper)
  USING INDEX SEEK record:Author(person)
  WITH DISTINCT paper ORDER BY coalesce(paper.year, -1) DESC, paper.uid
  LIMIT CASE WHEN coalesce($limit, 0) > 0 THEN $limit ELSE 9223372036854775807 END
  RETURN collect(paper) AS papers
}
CALL (papers) {
  UNWIND papers AS paper MATCH (paper)-[about:ABOUT]->(topic)
  WITH topic, count(DISTINCT paper) AS times, max(about.origin = 'given') AS given
  ORDER BY times DESC, given DESC, topic.uid LIMIT $topics
  RETURN collect(topic) AS subjects
}
CALL (me, papers, subjects) {
  UNWIND papers AS paper MATCH (paper)-[link:WROTE|PUBLISHED_IN|ABOUT]-(end)
  WHERE NOT end:Topic OR end IN subjects
  RETURN link
  UNION
  MATCH (record:Author {person: me.person})-[link]->(:Institution)
  USING INDEX SEEK record:Author(person)
  RETURN link
}
WITH link, startNode(link) AS source, endNode(link) AS target
RETURN source, link, target
ORDER BY type(link), source.uid, target.uid;
