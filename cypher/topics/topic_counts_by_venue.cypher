// name: topic_counts_by_venue
// about: How many papers each venue has on each topic; of one venue where its name is given (in any case). `origin` as in
//   topic_counts.
// params: venue: str? = null, origin: str(given|derived|both) = "both", scheme: str? = null, limit: int? = null
// returns: uid: str, name: str, kind: str?, topic: str, label: str, scheme: str, papers: int, first_year: int?, last_year:
//   int?
// mode: read
MATCH (venue:Venue)<-[:PUBLISHED_IN]-(paper:Paper)-[about:ABOUT]->(topic:Topic)
WHERE ($venue IS NULL OR toLower($venue) IN [toLower(venue.name), toLower(venue.uid)])
  AND ($origin = 'both' OR about.origin = $origin) AND ($scheme IS NULL OR topic.scheme = $scheme)
RETURN venue.uid AS uid, venue.name AS name, venue.kind AS kind, topic.uid AS topic, topic.label AS label, topic.scheme AS scheme,
  count(DISTINCT paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
ORDER BY papers DESC, name, uid, label, topic
LIMIT CASE WHEN coalesce($limit, 0) > 0 THEN $limit ELSE 9223372036854775807 END;
