// name: topic_course
// about: The course of a topic (its label or another spelling in any case, or uid; of several schemes all that are called so, and with
//   `narrower` every topic below them): how many papers of each year are about it, the earliest year first, also where none is.
//   `share` is of `of_papers`, those of the year's papers that have an abstract or any topic. Which papers count, `origin` and `min_score` as in
//   topic_counts; papers of unknown year are left out.
// params: topic: topic, narrower: bool = false, author: author? = null, together: records = [], venue: venue? = null,
//   institution: institution? = null, since: int? = null, until: int? = null, origin: str(given|derived|both) = "both",
//   min_score: float = 0.3
// returns: year: int, papers: int, of_papers: int, share: float, given: int, derived: int
// mode: read
WITH COLLECT {
  MATCH (named:Author) USING INDEX SEEK named:Author(uid) WHERE named.uid IN [$author] + $together RETURN DISTINCT named.person
} AS wanted
CALL (wanted) {
  CALL () {
    MATCH (called:Topic {uid: $topic})
    USING INDEX SEEK called:Topic(uid)
    RETURN called
    UNION
    WITH 1 AS one WHERE NOT EXISTS { (:Topic {uid: $topic}) }
    MATCH (called:Topic)
    USING SCAN called:Topic
    WHERE toLower($topic) IN [name IN [called.label, called.uid] + coalesce(called.spellings, []) | toLower(name)]
    RETURN called
  }
  CALL (called) {
    RETURN called AS subject
    UNION
    WITH called WHERE $narrower
    MATCH (called)<-[:BROADER*1..]-(subject)
    RETURN DISTINCT subject
  }
  MATCH (subject)<-[about:ABOUT]-(paper)
  WHERE (about.origin = 'given' OR about.score >= $min_score) AND ($origin = 'both' OR about.origin = $origin)
  WITH wanted, paper, collect(about.origin) AS origins
  WHERE ($author IS NULL OR EXISTS { (paper)<-[:WROTE]-(record) WHERE record.person IN wanted })
    AND ($venue IS NULL OR EXISTS {
      (paper)-[:PUBLISHED_IN]->(venue:Venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
    })
    AND ($institution IS NULL OR EXISTS {
      MATCH (paper)-[:WRITTEN_AT]->(place:Institution)
      MATCH (named:Institution {organisation: place.organisation})
      WHERE toLower($institution) IN [toLower(named.name), toLower(named.uid)]
    })
  WITH paper.year AS year, count(*) AS papers, count(CASE WHEN 'given' IN origins THEN 1 END) AS given,
    count(CASE WHEN 'derived' IN origins THEN 1 END) AS derived
  RETURN collect({year: year, papers: papers, given: given, derived: derived}) AS counts
}
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
WITH counts, paper
WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
  AND paper.year IS NOT NULL
WITH counts, paper.year AS year, EXISTS { (paper)-[:ABOUT]->() } OR paper.abstract IS NOT NULL AS known
WITH counts, year, count(CASE WHEN known THEN 1 END) AS of_papers
WHERE of_papers > 0
WITH year, of_papers, [one IN counts WHERE one.year = year][0] AS one
RETURN year, coalesce(one.papers, 0) AS papers, of_papers, round(1.0 * coalesce(one.papers, 0) / of_papers, 6) AS share,
  coalesce(one.given, 0) AS given, coalesce(one.derived, 0) AS derived
ORDER BY year;
