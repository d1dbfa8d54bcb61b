// name: topic_institutions
// about: From where most papers on a topic come (its label or another spelling in any case, or uid; of several schemes all that are called so,
//   and with `narrower` every topic below them): institutions that authors name on them, a paper once for each. Only papers in a venue, from
//   a year on or up to one, where these are given. `share` is of `of_papers`: those of the institution's papers of the same years and venue
//   that have an abstract or any topic. `people` is how many of its people wrote them. `left_out`, the same on every row, is how many
//   more institutions there are; `unplaced` on how many of the topic's papers no author names any. `origin` and `min_score` as in topic_counts.
// params: topic: topic, narrower: bool = false, venue: venue? = null, since: int? = null, until: int? = null,
//   origin: str(given|derived|both) = "both", min_score: float = 0.3, limit: count? = 25
// returns: uid: str, name: str, papers: int, of_papers: int, share: float, people: int, first_year: int?, last_year: int?, left_out: int,
//   unplaced: int
// mode: read
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
WITH DISTINCT paper
WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
  AND ($venue IS NULL OR EXISTS {
    (paper)-[:PUBLISHED_IN]->(venue:Venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
  })
WITH paper, COLLECT {
  MATCH (paper)<-[slot:WROTE]-()
  UNWIND slot.institutions AS place
  RETURN DISTINCT place
} AS places
UNWIND CASE places WHEN [] THEN [null] ELSE places END AS place
WITH place, count(*) AS papers, collect(CASE WHEN place IS NOT NULL THEN paper END) AS theirs, min(paper.year) AS first_year,
  max(paper.year) AS last_year
WITH collect({place: place, papers: papers, theirs: theirs, first_year: first_year, last_year: last_year}) AS found
WITH [one IN found WHERE one.place IS NOT NULL] AS found, coalesce([one IN found WHERE one.place IS NULL][0].papers, 0) AS unplaced
UNWIND found AS one
WITH size(found) AS places, unplaced, one
ORDER BY one.papers DESC, one.place
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
MATCH (place:Institution {uid: one.place})
USING INDEX SEEK place:Institution(uid)
CALL (place, one) {
  UNWIND one.theirs AS paper
  MATCH (paper)<-[slot:WROTE]-(record)
  WHERE place.uid IN slot.institutions AND coalesce(record.kind, 'person') = 'person'
  RETURN count(DISTINCT record.person) AS people
}
CALL (place) {
  MATCH (place)<-[:AFFILIATED_WITH]-()-[slot:WROTE]->(paper)
  WHERE place.uid IN slot.institutions
    AND ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
    AND ($venue IS NULL OR EXISTS {
      (paper)-[:PUBLISHED_IN]->(venue:Venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
    })
  WITH DISTINCT paper
  WHERE EXISTS { (paper)-[:ABOUT]->() } OR paper.abstract IS NOT NULL
  RETURN count(paper) AS of_papers
}
RETURN place.uid AS uid, place.name AS name, one.papers AS papers, of_papers, round(1.0 * one.papers / of_papers, 6) AS share, people,
  one.first_year AS first_year, one.last_year AS last_year,
  CASE WHEN coalesce($limit, 0) = 0 OR $limit > places THEN 0 ELSE places - $limit END AS left_out, unplaced
ORDER BY papers DESC, uid;
