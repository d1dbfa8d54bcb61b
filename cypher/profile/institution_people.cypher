// name: institution_people
// about: Who names an institution (its name in any case, or uid) on most papers. All records of a person count together, and a paper
//   once; organisations do not count. Only papers from a year on or up to one, where these are given. `share` is of `of_papers`,
//   the person's papers of the same years; `institution_share` of `of_institution`, those on which anybody names the institution. `left_out`, the
//   same on every row, is how many more people there are.
// params: institution: institution, since: int? = null, until: int? = null, limit: count? = 25
// returns: uid: str, name: str, papers: int, of_papers: int, share: float, of_institution: int, institution_share: float,
//   first_year: int?, last_year: int?, left_out: int
// mode: read
CALL () {
  MATCH (named:Institution)
  USING SCAN named:Institution
  WHERE toLower($institution) IN [toLower(named.name), toLower(named.uid)]
  MATCH (place:Institution {organisation: named.organisation})
  USING INDEX SEEK place:Institution(organisation)
  RETURN collect(DISTINCT place) AS places
}
CALL (places) {
  UNWIND places AS place
  MATCH (place)<-[:WRITTEN_AT]-(paper)
  WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
  RETURN collect(DISTINCT paper) AS published
}
WITH published, [place IN places | place.uid] AS uids
UNWIND published AS paper
CALL (paper, uids) {
  MATCH (paper)<-[slot:WROTE]-(record)
  WHERE any(uid IN slot.institutions WHERE uid IN uids) AND coalesce(record.kind, 'person') = 'person'
  RETURN DISTINCT record.person AS person
}
WITH size(published) AS of_institution, person, count(*) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
WITH of_institution, collect({person: person, papers: papers, first_year: first_year, last_year: last_year}) AS found
UNWIND found AS one
// The count lets go of the list: rows that are sorted with it would each be as long as all of them.
WITH of_institution, size(found) AS people, one, count(*) AS once
ORDER BY one.papers DESC, one.person
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
CALL (one) {
  MATCH (mine:Author {person: one.person})-[:WROTE]->(paper)
  USING INDEX SEEK mine:Author(person)
  WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
  RETURN count(DISTINCT paper) AS of_papers
}
MATCH (self:Author {uid: one.person})
USING INDEX SEEK self:Author(uid)
RETURN self.uid AS uid, self.name AS name, one.papers AS papers, of_papers, round(1.0 * one.papers / of_papers, 6) AS share,
  of_institution, round(1.0 * one.papers / of_institution, 6) AS institution_share, one.first_year AS first_year,
  one.last_year AS last_year, CASE WHEN coalesce($limit, 0) = 0 OR $limit > people THEN 0 ELSE people - $limit END AS left_out
ORDER BY papers DESC, uid;
