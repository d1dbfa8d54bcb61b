// name: topic_counts_by_venue
// about: How many papers each venue has on each topic; of one venue where it is named. Which papers count, and `origin`, as in
//   topic_counts; a paper without venue is left out.
// params: author: author? = null, venue: venue? = null, since: int? = null, until: int? = null,
//   origin: str(given|derived|both) = "both", scheme: scheme? = null, limit: count? = null
// returns: uid: str, name: str, kind: str?, topic: str, label: str, scheme: str, papers: int, first_year: int?, last_year:
//   int?
// mode: read
CALL () {
  // The papers that count: of the person, of the venue, or all.
  WITH 1 AS one WHERE $author IS NOT NULL
  MATCH (me:Author {uid: $author})
  USING INDEX SEEK me:Author(uid)
  MATCH (mine:Author {person: me.person})-[:WROTE]->(paper)
  USING INDEX SEEK mine:Author(person)
  WHERE $venue IS NULL
    OR EXISTS { (paper)-[:PUBLISHED_IN]->(venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)] }
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $venue IS NOT NULL
  MATCH (venue:Venue)<-[:PUBLISHED_IN]-(paper)
  USING SCAN venue:Venue
  WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $venue IS NULL
  MATCH (paper:Paper)
  RETURN paper
}
WITH paper WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
MATCH (venue)<-[:PUBLISHED_IN]-(paper)-[about:ABOUT]->(topic)
WHERE ($venue IS NULL OR toLower($venue) IN [toLower(venue.name), toLower(venue.uid)])
  AND ($origin = 'both' OR about.origin = $origin) AND ($scheme IS NULL OR topic.scheme = $scheme)
RETURN venue.uid AS uid, venue.name AS name, venue.kind AS kind, topic.uid AS topic, topic.label AS label, topic.scheme AS scheme,
  count(DISTINCT paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
ORDER BY papers DESC, name, uid, label, topic
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
