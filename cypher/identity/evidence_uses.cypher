// name: evidence_uses
// about: How often the topics and the venues of an author record's papers are used in the whole graph.
// params: author: str
// returns: uid: str, venue: bool, uses: int
// mode: read
MATCH (record:Author {uid: $author})-[:WROTE]->()-[:ABOUT]->(topic)
USING INDEX SEEK record:Author(uid)
WITH DISTINCT topic
RETURN topic.uid AS uid, false AS venue, COUNT { (topic)<-[:ABOUT]-() } AS uses
UNION ALL
MATCH (record:Author {uid: $author})-[:WROTE]->()-[:PUBLISHED_IN]->(venue)
USING INDEX SEEK record:Author(uid)
WITH DISTINCT venue
RETURN venue.uid AS uid, true AS venue, COUNT { (venue)<-[:PUBLISHED_IN]-() } AS uses;
