// name: neighbourhood_graph
// about: One person as a picture: the newest papers, the people on them (the closest, at most `people`), their venues, the topics
//   that most of these papers are about, and the person's institutions. A row for each relationship, between its two nodes.
//   Closeness is that of close_collaborators, counted on the papers shown. `left_out`, the same on every row, says how many papers of
//   the person, people and topics of the papers shown are not in the picture: {papers, people, topics}.
// params: author: author, together: records = [], limit: count? = 12, topics: count = 8, people: count? = 100
// returns: source: map, link: map, target: map, left_out: map
// mode: read
MATCH (me:Author {uid: $author})
USING INDEX SEEK me:Author(uid)
WITH me, COLLECT {
  MATCH (asked:Author) USING INDEX SEEK asked:Author(uid) WHERE asked.uid IN [$author] + $together RETURN DISTINCT asked.person
} AS persons
CALL (persons) {
  MATCH (record:Author)-[:WROTE]->(paper)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons
  WITH DISTINCT paper ORDER BY coalesce(paper.year, -1) DESC, paper.uid
  WITH collect(paper) AS known
  WITH known, CASE WHEN coalesce($limit, 0) > 0 THEN known[..$limit] ELSE known END AS papers
  RETURN papers, size(known) - size(papers) AS papers_left
}
CALL (persons, papers) {
  UNWIND papers AS paper
  WITH persons, paper, COUNT { (paper)<-[:WROTE]-() } AS slots
  MATCH (paper)<-[:WROTE]-(one)
  WHERE NOT one.person IN persons
  WITH one, round(sum(1.0 / (slots - 1)), 9) AS strength
  ORDER BY strength DESC, one.uid
  WITH collect(one) AS known
  WITH known, CASE WHEN coalesce($people, 0) > 0 THEN known[..$people] ELSE known END AS others
  RETURN others, size(known) - size(others) AS people_left
}
CALL (papers) {
  UNWIND papers AS paper MATCH (paper)-[about:ABOUT]->(topic)
  WITH topic, count(DISTINCT paper) AS times, max(about.origin = 'given') AS given
  ORDER BY times DESC, given DESC, topic.uid
  WITH collect(topic) AS known
  RETURN known[..$topics] AS subjects, size(known) - size(known[..$topics]) AS topics_left
}
// No relationship comes up twice, so nothing is compared: UNION would keep the lists with every row to compare them.
CALL (persons, papers, others, subjects) {
  UNWIND papers AS paper MATCH (paper)-[link:WROTE|PUBLISHED_IN|ABOUT]-(end)
  WHERE CASE WHEN end:Author THEN end.person IN persons OR end IN others WHEN end:Topic THEN end IN subjects ELSE true END
  RETURN link
  UNION ALL
  MATCH (record:Author)-[link]->(:Institution)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons
  RETURN link
}
WITH link, startNode(link) AS source, endNode(link) AS target, {papers: papers_left, people: people_left, topics: topics_left} AS left_out
RETURN source, link, target, left_out
ORDER BY type(link), source.uid, target.uid;
