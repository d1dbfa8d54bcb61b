// name: topic_trends
// about: Topics that rise or fade between the years before `turn` and those from it on, the surest first. `g2` is the log-likelihood
//   ratio of Dunning (1993, Accurate methods for the statistics of surprise and coincidence) over papers with and without the topic in
//   both spans, as Rayson and Garside (2000) compare corpora: chance reaches 3.84 about once in 20 topics, 10.83 once in 1,000, 15.13 once
//   in 10,000. `log_ratio` (Hardie 2014) says how much: the binary logarithm of later by earlier frequency, 1 for twice, -1 for half; where a span
//   has no paper on the topic half a one stands in. In a paper with an abstract more topics are found than in one with a title alone,
//   and earlier papers are rather of the latter kind, so both kinds are compared among themselves: `later_expected` is how many of
//   the topic's `papers` would be later ones if its share had stayed the same in either kind (indirect standardisation), and
//   g2 and log_ratio are of the numbers by those expected. Shares are of the papers of each span that have an abstract or any topic
//   (`of_earlier`, `of_later`). Without `turn` it is the median year of the papers (the year after, where none is older). Which papers
//   count, `origin`, `scheme`, `min_score` and `level` as in topic_counts; papers of unknown year are left out, and so is what nobody wrote: whole
//   volumes, front matter.
// params: author: author? = null, together: records = [], venue: venue? = null, institution: institution? = null,
//   since: int? = null, until: int? = null, turn: int? = null, direction: str(rising|fading|both) = "both", min_papers: count = 3, min_g2: float = 3.84,
//   origin: str(given|derived|both) = "both", scheme: scheme? = null,
//   min_score: float = 0.3, level: int? = null, limit: count? = null
// returns: topic: str, label: str, scheme: str, direction: str, papers: int, of_papers: int, share: float, turn: int, earlier: int,
//   of_earlier: int, earlier_share: float, later: int, of_later: int, later_share: float, later_expected: float, log_ratio: float,
//   g2: float, first_year: int, last_year: int
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
WITH paper, paper.abstract IS NOT NULL AS abstract, EXISTS { (paper)-[:ABOUT]->() } AS told
WHERE (abstract OR told) AND EXISTS { (paper)<-[:WROTE]-() }
WITH collect(CASE WHEN abstract THEN paper END) AS with_abstract, collect(CASE WHEN NOT abstract THEN paper END) AS without,
  min(paper.year) AS oldest, percentileDisc(paper.year, 0.5) AS middle
WITH [with_abstract, without] AS kinds, coalesce($turn, CASE WHEN oldest < middle THEN middle ELSE middle + 1 END) AS turn
WITH turn, [kind IN kinds | [kind, size(kind), size([paper IN kind WHERE paper.year < turn])]] AS kinds
WITH turn, kinds, kinds[0][1] + kinds[1][1] AS of_papers, kinds[0][2] + kinds[1][2] AS of_earlier
WHERE 0 < of_earlier < of_papers
UNWIND kinds AS kind
WITH turn, of_papers, of_earlier, kind[0] AS selected, kind[1] AS of_kind, kind[2] AS of_kind_earlier
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
WITH turn, of_papers, of_earlier, of_kind, of_kind_earlier, counted AS topic, count(DISTINCT paper) AS papers,
  count(DISTINCT CASE WHEN paper.year < turn THEN paper END) AS earlier, min(paper.year) AS first_year, max(paper.year) AS last_year
WITH turn, of_papers, of_earlier, of_papers - of_earlier AS of_later, topic, sum(papers) AS papers, sum(earlier) AS earlier,
  sum(papers) - sum(earlier) AS later, sum(1.0 * papers * of_kind_earlier / of_kind) AS expected,
  sum(1.0 * papers * (of_kind - of_kind_earlier) / of_kind) AS later_expected, min(first_year) AS first_year, max(last_year) AS last_year
WHERE papers >= $min_papers AND expected > 0 AND later_expected > 0
WITH *, later > later_expected AS rises,
  log(CASE later WHEN 0 THEN 0.5 ELSE later END / later_expected * expected / CASE earlier WHEN 0 THEN 0.5 ELSE earlier END) / log(2) AS ratio,
  2 * reduce(sum = 0.0, cell IN [
    [earlier, expected], [later, later_expected], [of_earlier - earlier, of_earlier - expected], [of_later - later, of_later - later_expected]
  ] | sum + CASE cell[0] WHEN 0 THEN 0.0 ELSE cell[0] * log(cell[0] / cell[1]) END) AS likelihood
WHERE likelihood >= $min_g2 AND ($direction = 'both' OR rises = ($direction = 'rising'))
RETURN topic.uid AS topic, topic.label AS label, topic.scheme AS scheme, CASE WHEN rises THEN 'rising' ELSE 'fading' END AS direction,
  papers, of_papers, round(1.0 * papers / of_papers, 6) AS share, turn,
  earlier, of_earlier, round(1.0 * earlier / of_earlier, 6) AS earlier_share,
  later, of_later, round(1.0 * later / of_later, 6) AS later_share, round(later_expected, 4) AS later_expected,
  round(ratio, 4) AS log_ratio, round(likelihood, 4) AS g2, first_year, last_year
ORDER BY g2 DESC, papers DESC, label, topic
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
