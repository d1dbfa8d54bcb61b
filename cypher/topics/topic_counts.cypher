// name: topic_counts
// about: How many papers each topic has. `origin` "given" counts topics that a document states, "derived" those found in
//   titles and abstracts, "both" either, a paper once. `given` and `derived` say how the count is made up.
// params: origin: str(given|derived|both) = "both", scheme: str? = null, limit: int? = null
// returns: topic: str, label: str, scheme: str, papers: int, given: int, derived: int, first_year: int?, last_year: int?
// mode: read
MATCH (topic:Topic)<-[about:ABOUT]-(paper:Paper)
WHERE ($origin = 'both' OR about.origin = $origin) AND ($scheme IS NULL OR topic.scheme = $scheme)
RETURN topic.uid AS topic, topic.label AS label, topic.scheme AS scheme, count(DISTINCT paper) AS papers,
  count(DISTINCT CASE WHEN about.origin = 'given' THEN paper END) AS given,
  count(DISTINCT CASE WHEN about.origin = 'derived' THEN paper END) AS derived,
  min(paper.year) AS first_year, max(paper.year) AS last_year
ORDER BY papers DESC, label, topic
LIMIT CASE WHEN coalesce($limit, 0) > 0 THEN $limit ELSE 9223372036854775807 END;
