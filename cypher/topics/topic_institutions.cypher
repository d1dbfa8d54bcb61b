// name: topic_institutions
// about: From where most papers on a topic come (its label or another spelling in any case, or uid; of several schemes all that are called so,
//   and with `narrower` every topic below them): institutions that authors name on them, a paper once for each, all records of an organisation together. Only papers in a venue, from
//   a year on or up to one, where these are given. `share` is of `of_papers`: those of the institution's papers of the same years and venue
//   that have an abstract or any topic. `people` is how many of its people wrote them. `left_out`, the same on every row, is how many
//   more institutions there are; `unplaced` on how many of the topic's papers no author names any. `origin` and `min_score` as in topic_counts.
// params: topic: topic, narrower: bool = false, venue: venue? = null, since: int? = null, until: int? = null,
//   origin: str(given|derived|both) = "both", min_score: float = 0.3, limit: count? = 25
// returns: uid: str, name: str, country: str?, papers: int, of_papers: int, share: float, people: int, first_year: int?, last_year: int?, left_out: int,
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
CALL (paper) {
  OPTIONAL MATCH (paper)<-[slot:WROTE]-(record)
  WHERE size(slot.institutions) > 0
  UNWIND coalesce(slot.institutions, [null]) AS uid
  OPTIONAL MATCH (named:Institution {uid: uid})
  WITH named.organisation AS place, collect(DISTINCT CASE WHEN coalesce(record.kind, 'person') = 'person' THEN record.person END) AS persons
  RETURN place, persons
}
UNWIND CASE persons WHEN [] THEN [null] ELSE persons END AS person
WITH place, count(DISTINCT paper) AS papers, count(DISTINCT person) AS people, min(paper.year) AS first_year, max(paper.year) AS last_year
WITH collect({place: place, papers: papers, people: people, first_year: first_year, last_year: last_year}) AS found
WITH found, [one IN found WHERE one.place IS NULL | one.papers] AS nowhere
UNWIND found AS one
// The count lets go of the list: rows that are sorted with it would each be as long as all of them.
WITH size(found) - size(nowhere) AS places, coalesce(head(nowhere), 0) AS unplaced, one, count(*) AS once
WHERE one.place IS NOT NULL
WITH places, unplaced, one
ORDER BY one.papers DESC, one.place
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
MATCH (place:Institution {uid: one.place})
USING INDEX SEEK place:Institution(uid)
CALL (place) {
  MATCH (record:Institution {organisation: place.uid})<-[:WRITTEN_AT]-(paper)
  USING INDEX SEEK record:Institution(organisation)
  WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
    AND ($venue IS NULL OR EXISTS {
      (paper)-[:PUBLISHED_IN]->(venue:Venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
    })
  WITH DISTINCT paper
  WHERE EXISTS { (paper)-[:ABOUT]->() } OR paper.abstract IS NOT NULL
  RETURN count(paper) AS of_papers
}
RETURN place.uid AS uid, place.name AS name, place.country AS country, one.papers AS papers, of_papers, round(1.0 * one.papers / of_papers, 6) AS share, one.people AS people,
  one.first_year AS first_year, one.last_year AS last_year,
  CASE WHEN coalesce($limit, 0) = 0 OR $limit > places THEN 0 ELSE places - $limit END AS left_out, unplaced
ORDER BY papers DESC, uid;
