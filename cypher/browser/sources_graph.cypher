// name: sources_graph
// about: Where the facts come from, as a picture: a person's newest papers, and the documents that describe them or the person.
//   A row for each relationship.
// params: author: author, together: records = [], limit: count? = 25
// returns: source: map, link: map, target: map
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
  LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
  RETURN collect(paper) AS papers
}
CALL (persons, papers) {
  UNWIND papers AS paper MATCH (paper)<-[link:WROTE]-(record) WHERE record.person IN persons
  RETURN link
  UNION
  UNWIND papers AS paper MATCH (paper)<-[link:DESCRIBES]-()
  RETURN link
  UNION
  MATCH (record:Author)<-[link:DESCRIBES]-()
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons
  RETURN link
}
WITH link, startNode(link) AS source, endNode(link) AS target
RETURN source, link, target
ORDER BY type(link), source.uid, target.uid;
