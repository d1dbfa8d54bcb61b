// name: neighbourhood
// about: The slice of the graph around one person, on one row: the newest papers, the people on them, their venues, and the
//   topics that most of these papers are about. A node is {uid, label, name, …}, a relationship {source, target, type, …},
//   both ends in the slice.
// params: author: str, limit: int? = 25, topics: int = 30
// returns: nodes: list, relationships: list
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
CALL (me, papers) {
  MATCH (record:Author {person: me.person})
  USING INDEX SEEK record:Author(person)
  RETURN record AS person
  UNION
  UNWIND papers AS paper MATCH (paper)<-[:WROTE]-(person) RETURN person
}
WITH papers, person ORDER BY person.uid
WITH papers, collect(person) AS people
CALL (papers) {
  UNWIND papers AS paper MATCH (paper)-[:PUBLISHED_IN]->(venue)
  WITH DISTINCT venue ORDER BY venue.uid
  RETURN collect(venue) AS venues
}
CALL (papers) {
  UNWIND papers AS paper MATCH (paper)-[about:ABOUT]->(topic)
  WITH topic, count(DISTINCT paper) AS times, max(about.origin = 'given') AS given
  ORDER BY times DESC, given DESC, topic.uid LIMIT $topics
  WITH topic ORDER BY topic.uid
  RETURN collect(topic) AS subjects
}
OPTIONAL CALL (papers, people, venues, subjects) {
  UNWIND papers AS paper MATCH (person)-[link:WROTE]->(paper) WHERE person IN people
  RETURN person.uid AS source, paper.uid AS target, link
  UNION
  UNWIND papers AS paper MATCH (paper)-[link:PUBLISHED_IN|ABOUT]->(end) WHERE end IN venues OR end IN subjects
  RETURN paper.uid AS source, end.uid AS target, link
  UNION
  UNWIND people AS person MATCH (person)-[link:SAME_AS|SIMILAR_NAME]->(other) WHERE other IN people
  RETURN person.uid AS source, other.uid AS target, link
  UNION
  UNWIND papers AS paper MATCH (paper)-[link:CITES]->(cited) WHERE cited IN papers
  RETURN paper.uid AS source, cited.uid AS target, link
}
WITH papers, people, venues, subjects, link, source, target ORDER BY type(link), source, target
WITH papers, people, venues, subjects,
  collect(CASE WHEN link IS NULL THEN null ELSE {source: source, target: target, type: type(link), position: link.position,
    year: link.year, origin: link.origin, score: link.score} END) AS relationships
RETURN [person IN people | {uid: person.uid, label: 'Author', name: person.name, person: person.person}]
  + [paper IN papers | {uid: paper.uid, label: 'Paper', name: coalesce(paper.title, paper.caption), year: paper.year}]
  + [venue IN venues | {uid: venue.uid, label: 'Venue', name: venue.name, kind: venue.kind}]
  + [topic IN subjects | {uid: topic.uid, label: 'Topic', name: topic.label, scheme: topic.scheme}] AS nodes,
  relationships;
