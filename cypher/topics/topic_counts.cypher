// name: topic_counts
// about: How many papers each topic has. Only the papers of a person, of a venue (its name in any case, or uid), from a year on or
//   up to one, where these are given; all of them must hold. `origin` "given" counts topics that a document states, "derived"
//   those found in titles and abstracts, "both" either, a paper once. `given` and `derived` say how the count is made up.
// params: author: author? = null, venue: venue? = null, since: int? = null, until: int? = null,
//   origin: str(given|derived|both) = "both", scheme: scheme? = null, limit: count? = null
// returns: topic: str, label: str, scheme: str, papers: int, given: int, derived: int, first_year: int?, last_year: int?
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
WHERE ($origin = 'both' OR about.origin = $origin) AND ($scheme IS NULL OR topic.scheme = $scheme)
RETURN topic.uid AS topic, topic.label AS label, topic.scheme AS scheme, count(DISTINCT paper) AS papers,
  count(DISTINCT CASE WHEN about.origin = 'given' THEN paper END) AS given,
  count(DISTINCT CASE WHEN about.origin = 'derived' THEN paper END) AS derived,
  min(paper.year) AS first_year, max(paper.year) AS last_year
ORDER BY papers DESC, label, topic
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
