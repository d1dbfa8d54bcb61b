// name: topic_counts_by_year
// about: How many papers each topic has in each year, latest year first. `share` is of `of_papers`, those of the year's papers that have an abstract or any topic. Which papers
//   count, and all else, as in topic_counts; papers of unknown year are left out.
// params: author: author? = null, together: records = [], venue: venue? = null, institution: institution? = null,
//   since: int? = null, until: int? = null, origin: str(given|derived|both) = "both", scheme: scheme? = null,
//   min_score: float = 0.3, level: int? = null, limit: count? = null
// returns: year: int, topic: str, label: str, scheme: str, papers: int, of_papers: int, share: float, given: int, derived: int
// mode: read
CALL () {
  // The papers that count: of the person, of the institution, of the venue, or all.
  WITH 1 AS one WHERE $author IS NOT NULL
  MATCH (me:Author)
  USING INDEX SEEK me:Author(uid)
  WHERE me.uid IN [$author] + $together
  MATCH (mine:Author {person: me.person})-[:WROTE]->(paper)
  USING INDEX SEEK mine:Author(person)
  WITH DISTINCT paper
  WHERE ($institution IS NULL OR EXISTS {
    MATCH (paper)-[:WRITTEN_AT]->(place:Institution)
    MATCH (named:Institution {organisation: place.organisation})
    WHERE toLower($institution) IN [toLower(named.name), toLower(named.uid)]
  }) AND ($venue IS NULL OR EXISTS {
    (paper)-[:PUBLISHED_IN]->(venue:Venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
  })
  RETURN paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $institution IS NOT NULL
  MATCH (named:Institution)
  USING SCAN named:Institution
  WHERE toLower($institution) IN [toLower(named.name), toLower(named.uid)]
  MATCH (place:Institution {organisation: named.organisation})<-[:WRITTEN_AT]-(paper)
  USING INDEX SEEK place:Institution(organisation)
  WITH DISTINCT paper
  WHERE ($venue IS NULL OR EXISTS {
    (paper)-[:PUBLISHED_IN]->(venue:Venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
  })
  RETURN paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $institution IS NULL AND $venue IS NOT NULL
  MATCH (venue:Venue)<-[:PUBLISHED_IN]-(paper)
  USING SCAN venue:Venue
  WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $institution IS NULL AND $venue IS NULL
  MATCH (paper:Paper)
  RETURN paper
}
WITH paper
WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
  AND paper.year IS NOT NULL
WITH paper, paper.year AS year, EXISTS { (paper)-[:ABOUT]->() } OR paper.abstract IS NOT NULL AS known
WITH year, collect(paper) AS selected, count(CASE WHEN known THEN 1 END) AS of_papers
UNWIND selected AS paper
MATCH (paper)-[about:ABOUT]->(topic)
WHERE (about.origin = 'given' OR about.score >= $min_score) AND ($origin = 'both' OR about.origin = $origin)
UNWIND CASE
  WHEN $level IS NULL OR NOT EXISTS { (topic)-[:BROADER]->() }
    THEN CASE WHEN $scheme IS NULL OR topic.scheme = $scheme OR $scheme IN topic.schemes THEN [topic] ELSE [] END
  // Where a scheme is asked for, the steps are those of its topics.
  ELSE COLLECT {
    UNWIND [COLLECT {
      MATCH path = (topic)-[:BROADER*0..]->(top) WHERE NOT EXISTS { (top)-[:BROADER]->() }
      RETURN [node IN nodes(path) WHERE $scheme IS NULL OR node.scheme = $scheme OR $scheme IN node.schemes]
    }] AS ways
    UNWIND CASE ways WHEN [] THEN [[topic]] ELSE ways END AS steps
    // One that leaves the scheme where another goes on in it is no way to the top.
    WITH ways, steps
    WHERE $scheme IS NULL OR none(way IN ways WHERE size(way) > size(steps) AND way[..size(steps)] = steps)
    WITH ways, steps[CASE WHEN size(steps) <= $level THEN 0 WHEN $level > 0 THEN size(steps) - $level - 1 ELSE size(steps) - 1 END] AS node
    WHERE ($scheme IS NULL OR node.scheme = $scheme OR $scheme IN node.schemes)
      // By another way it may stand further up than it needs.
      AND none(way IN ways WHERE node IN way[CASE WHEN size(way) <= $level THEN 1 ELSE size(way) - $level END..])
    RETURN DISTINCT node
  }
END AS counted
WITH year, of_papers, counted AS topic, count(DISTINCT paper) AS papers,
  count(DISTINCT CASE WHEN about.origin = 'given' THEN paper END) AS given,
  count(DISTINCT CASE WHEN about.origin = 'derived' THEN paper END) AS derived
RETURN year, topic.uid AS topic, topic.label AS label, topic.scheme AS scheme, papers, of_papers,
  round(1.0 * papers / of_papers, 6) AS share, given, derived
ORDER BY year DESC, papers DESC, label, topic
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
