// name: topic_venues
// about: Where most papers on a topic appeared (its label or another spelling in any case, or uid; of several schemes all that are called so,
//   and with `narrower` every topic below them), a paper once a venue. Only papers on which somebody names an institution, from a year on or
//   up to one, where these are given. `share` is of `of_papers`: those of the venue's papers of the same years and institution
//   that have an abstract or any topic. `left_out`, the same on every row, is how many more venues there are. `origin` and `min_score` as
//   in topic_counts; papers without a venue are left out.
// params: topic: topic, narrower: bool = false, institution: institution? = null, since: int? = null, until: int? = null,
//   origin: str(given|derived|both) = "both", min_score: float = 0.3, limit: count? = 25
// returns: uid: str, name: str, kind: str?, papers: int, of_papers: int, share: float, first_year: int?, last_year: int?, left_out: int
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
CALL () {
  OPTIONAL MATCH (named:Institution)
  WHERE $institution IS NOT NULL AND toLower($institution) IN [toLower(named.name), toLower(named.uid)]
  OPTIONAL MATCH (place:Institution {organisation: named.organisation})
  RETURN collect(DISTINCT place.uid) AS places
}
MATCH (subject)<-[about:ABOUT]-(paper)
WHERE (about.origin = 'given' OR about.score >= $min_score) AND ($origin = 'both' OR about.origin = $origin)
WITH DISTINCT places, paper
WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
  AND ($institution IS NULL OR EXISTS { (paper)-[:WRITTEN_AT]->(place) WHERE place.uid IN places })
CALL (paper) {
  MATCH (paper)-[:PUBLISHED_IN]->(venue)
  RETURN DISTINCT venue
}
WITH places, venue, count(paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
WITH places, collect({venue: venue, papers: papers, first_year: first_year, last_year: last_year}) AS found
UNWIND found AS one
// The count lets go of the list: rows that are sorted with it would each be as long as all of them.
WITH places, size(found) AS venues, one, count(*) AS once
WITH places, venues, one.venue AS venue, one.papers AS papers, one.first_year AS first_year, one.last_year AS last_year
ORDER BY papers DESC, venue.uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
CALL (places, venue) {
  MATCH (venue)<-[:PUBLISHED_IN]-(paper)
  WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
    AND ($institution IS NULL OR EXISTS { (paper)-[:WRITTEN_AT]->(place) WHERE place.uid IN places })
  WITH DISTINCT paper
  WHERE EXISTS { (paper)-[:ABOUT]->() } OR paper.abstract IS NOT NULL
  RETURN count(paper) AS of_papers
}
RETURN venue.uid AS uid, venue.name AS name, venue.kind AS kind, papers, of_papers, round(1.0 * papers / of_papers, 6) AS share,
  first_year, last_year, CASE WHEN coalesce($limit, 0) = 0 OR $limit > venues THEN 0 ELSE venues - $limit END AS left_out
ORDER BY papers DESC, uid;
