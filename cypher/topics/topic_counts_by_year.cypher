// name: topic_counts_by_year
// about: How many papers each topic has in each year, latest year first. Which papers count, and `origin`, as in topic_counts;
//   papers of unknown year are left out.
// params: author: author? = null, venue: venue? = null, since: int? = null, until: int? = null,
//   origin: str(given|derived|both) = "both", scheme: scheme? = null, limit: count? = null
// returns: year: int, topic: str, label: str, scheme: str, papers: int
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
MATCH (paper)-[about:ABOUT]->(topic)
WHERE paper.year IS NOT NULL AND ($origin = 'both' OR about.origin = $origin) AND ($scheme IS NULL OR topic.scheme = $scheme)
RETURN paper.year AS year, topic.uid AS topic, topic.label AS label, topic.scheme AS scheme, count(DISTINCT paper) AS papers
ORDER BY year DESC, papers DESC, label, topic
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
