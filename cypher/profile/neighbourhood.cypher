// name: neighbourhood
// about: The slice of the graph around one person, on one row: the newest papers (at most `limit`), the people on them (the closest,
//   at most `people`), their venues, and the topics that most of these papers are about (at most `topics`). Closeness is that of
//   close_collaborators, counted on the papers shown. A node is {uid, label, name, …}, a relationship {source, target, type, …},
//   both ends in the slice. `left_out` says how many of this person's papers, of the people on the papers shown and of their topics
//   are not in it: {papers, people, topics}. A `limit` or `people` of 0 or null leaves none out.
// params: author: author, together: records = [], limit: count? = 25, topics: count = 30, people: count? = 200
// returns: nodes: list, relationships: list, left_out: map
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
CALL (persons, others) {
  MATCH (record:Author)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons
  RETURN record AS person
  UNION ALL
  UNWIND others AS person
  RETURN person
}
WITH papers, papers_left, people_left, person ORDER BY person.uid
WITH papers, papers_left, people_left, collect(person) AS people
CALL (papers) {
  UNWIND papers AS paper MATCH (paper)-[:PUBLISHED_IN]->(venue)
  WITH DISTINCT venue ORDER BY venue.uid
  RETURN collect(venue) AS venues
}
CALL (papers) {
  UNWIND papers AS paper MATCH (paper)-[about:ABOUT]->(topic)
  WITH topic, count(DISTINCT paper) AS times, max(about.origin = 'given') AS given
  ORDER BY times DESC, given DESC, topic.uid
  WITH collect(topic) AS known
  WITH known[..$topics] AS shown, size(known) AS known
  UNWIND CASE shown WHEN [] THEN [null] ELSE shown END AS topic
  WITH known, topic ORDER BY topic.uid
  WITH known, collect(topic) AS subjects
  RETURN subjects, known - size(subjects) AS topics_left
}
// The relationships in the order of their types and ends; of each node by itself, so that no row carries more than its own.
CALL (papers, subjects) {
  UNWIND papers AS paper WITH subjects, paper ORDER BY paper.uid
  UNWIND COLLECT { MATCH (paper)-[link:ABOUT]->(topic) WHERE topic IN subjects RETURN [topic.uid, link] ORDER BY topic.uid } AS one
  RETURN collect({source: paper.uid, target: one[0], link: one[1]}) AS about
}
CALL (papers) {
  UNWIND papers AS paper WITH papers, paper ORDER BY paper.uid
  UNWIND COLLECT { MATCH (paper)-[link:CITES]->(cited) WHERE cited IN papers RETURN [cited.uid, link] ORDER BY cited.uid } AS one
  RETURN collect({source: paper.uid, target: one[0], link: one[1]}) AS cites
}
CALL (papers) {
  UNWIND papers AS paper WITH paper ORDER BY paper.uid
  UNWIND COLLECT { MATCH (paper)-[link:PUBLISHED_IN]->(venue) RETURN [venue.uid, link] ORDER BY venue.uid } AS one
  RETURN collect({source: paper.uid, target: one[0], link: one[1]}) AS published
}
CALL (people) {
  UNWIND ['SAME_AS', 'SIMILAR_NAME'] AS kind
  UNWIND people AS person
  UNWIND COLLECT { MATCH (person)-[link:SAME_AS|SIMILAR_NAME]->(other) WHERE type(link) = kind AND other IN people
    RETURN [other.uid, link] ORDER BY other.uid } AS one
  RETURN collect({source: person.uid, target: one[0], link: one[1]}) AS alike
}
CALL (papers, people) {
  UNWIND people AS person
  UNWIND COLLECT { MATCH (person)-[link:WROTE]->(paper) WHERE paper IN papers RETURN [paper.uid, link] ORDER BY paper.uid } AS one
  RETURN collect({source: person.uid, target: one[0], link: one[1]}) AS wrote
}
RETURN [person IN people | {uid: person.uid, label: 'Author', name: person.name, person: person.person}]
  + [paper IN papers | {uid: paper.uid, label: 'Paper', name: coalesce(paper.title, paper.caption), year: paper.year}]
  + [venue IN venues | {uid: venue.uid, label: 'Venue', name: venue.name, kind: venue.kind}]
  + [topic IN subjects | {uid: topic.uid, label: 'Topic', name: topic.label, scheme: topic.scheme}] AS nodes,
  [one IN about + cites + published + alike + wrote | {source: one.source, target: one.target, type: type(one.link),
    position: one.link.position, year: one.link.year, origin: one.link.origin, score: one.link.score}] AS relationships,
  {papers: papers_left, people: people_left, topics: topics_left} AS left_out;
