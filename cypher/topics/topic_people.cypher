// name: topic_people
// about: Who has most papers on a topic (its label or another spelling in any case, or uid; of several schemes all that are called so,
//   and with `narrower` every topic below them). All records of a person count together, and a paper once. Only papers in a venue, from a
//   year on or up to one, or on which the person names an institution, where these are given. `share` is of `of_papers`: those of the person's
//   papers in the same venue, years and institution that have an abstract or any topic. `origin` and `min_score` as in topic_counts;
//   organisations do not count.
// params: topic: topic, narrower: bool = false, venue: venue? = null, institution: institution? = null, since: int? = null,
//   until: int? = null, origin: str(given|derived|both) = "both", min_score: float = 0.3, limit: count? = 25
// returns: uid: str, name: str, papers: int, of_papers: int, share: float, first_year: int?, last_year: int?
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
  AND ($venue IS NULL OR EXISTS {
    (paper)-[:PUBLISHED_IN]->(venue:Venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
  })
MATCH (paper)<-[slot:WROTE]-(record)
WHERE coalesce(record.kind, 'person') = 'person' AND ($institution IS NULL OR any(uid IN slot.institutions WHERE uid IN places))
WITH places, record.person AS person, count(DISTINCT paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
ORDER BY papers DESC, person
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
CALL (places, person) {
  MATCH (mine:Author {person: person})-[slot:WROTE]->(paper)
  USING INDEX SEEK mine:Author(person)
  WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
    AND ($institution IS NULL OR any(uid IN slot.institutions WHERE uid IN places))
    AND ($venue IS NULL OR EXISTS {
      (paper)-[:PUBLISHED_IN]->(venue:Venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
    })
  WITH DISTINCT paper
  WHERE EXISTS { (paper)-[:ABOUT]->() } OR paper.abstract IS NOT NULL
  RETURN count(paper) AS of_papers
}
MATCH (self:Author {uid: person})
USING INDEX SEEK self:Author(uid)
RETURN self.uid AS uid, self.name AS name, papers, of_papers, round(1.0 * papers / of_papers, 6) AS share, first_year, last_year
ORDER BY papers DESC, uid;
