// name: topic_counts_by_author
// about: How many papers a person has on each topic; of everybody where no author is named. A paper counts once for a person,
//   whatever the number of their records. `share` is of `of_papers`, those of the person's papers that have an abstract or any topic. Which
//   papers count, and all else, as in topic_counts.
// params: author: author? = null, together: records = [], venue: venue? = null, institution: institution? = null,
//   since: int? = null, until: int? = null, origin: str(given|derived|both) = "both", scheme: scheme? = null,
//   min_score: float = 0.3, level: int? = null, limit: count? = null
// returns: uid: str, name: str, topic: str, label: str, scheme: str, papers: int, of_papers: int, share: float, given: int, derived: int,
//   first_year: int?, last_year: int?
// mode: read
WITH COLLECT {
  MATCH (named:Author) USING INDEX SEEK named:Author(uid) WHERE named.uid IN [$author] + $together RETURN DISTINCT named.person
} AS wanted, COLLECT { MATCH (named:Author {uid: $author}) RETURN named.person }[0] AS self
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
WITH wanted, self, paper
WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
WITH wanted, self, paper
WHERE EXISTS { (paper)-[:ABOUT]->() } OR paper.abstract IS NOT NULL
// The topics of a paper are found once, whoever wrote it.
CALL (paper) {
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
  WITH counted, collect(about.origin) AS origins
  RETURN collect([counted, 'given' IN origins, 'derived' IN origins]) AS topics
}
UNWIND COLLECT {
  MATCH (paper)<-[:WROTE]-(record) WHERE wanted = [] OR record.person IN wanted
  RETURN DISTINCT coalesce(self, record.person) AS person
} AS person
WITH person, collect([paper.year, topics]) AS selected
// Who it is is looked up once for all of a person's topics.
MATCH (self:Author {uid: person})
USING INDEX SEEK self:Author(uid)
CALL (selected) {
  UNWIND selected AS one
  UNWIND one[1] AS about
  RETURN about[0] AS topic, count(*) AS papers, count(CASE WHEN about[1] THEN 1 END) AS given,
    count(CASE WHEN about[2] THEN 1 END) AS derived, min(one[0]) AS first_year, max(one[0]) AS last_year
}
WITH self, size(selected) AS of_papers, topic, papers, given, derived, first_year, last_year
ORDER BY papers DESC, self.uid, topic.label, topic.uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
RETURN self.uid AS uid, self.name AS name, topic.uid AS topic, topic.label AS label, topic.scheme AS scheme, papers, of_papers,
  round(1.0 * papers / of_papers, 6) AS share, given, derived, first_year, last_year
ORDER BY papers DESC, uid, label, topic;
