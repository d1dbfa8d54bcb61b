// name: topic_counts_by_year
// about: How many papers each topic has in each year, latest year first. Papers of unknown year are left out. `origin` as in
//   topic_counts.
// params: since: int? = null, until: int? = null, origin: str(given|derived|both) = "both", scheme: str? = null, limit: int?
//   = null
// returns: year: int, topic: str, label: str, scheme: str, papers: int
// mode: read
MATCH (paper:Paper)-[about:ABOUT]->(topic:Topic)
WHERE paper.year >= coalesce($since, -9999) AND paper.year <= coalesce($until, 9999)
  AND ($origin = 'both' OR about.origin = $origin) AND ($scheme IS NULL OR topic.scheme = $scheme)
RETURN paper.year AS year, topic.uid AS topic, topic.label AS label, topic.scheme AS scheme, count(DISTINCT paper) AS papers
ORDER BY year DESC, papers DESC, label, topic
LIMIT CASE WHEN coalesce($limit, 0) > 0 THEN $limit ELSE 9223372036854775807 END;
