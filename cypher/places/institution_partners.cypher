// name: institution_partners
// about: Which other organisations stand on the same papers as an institution (its name in any case, or uid), most papers first; all records of
//   an organisation together, and a paper once. Only papers from a year on or up to one, where these are given. `share` is of
//   `of_institution`, the papers on which anybody names the institution. `left_out`, the same on every row, is how many more there are.
// params: institution: institution, since: int? = null, until: int? = null, limit: count? = 25
// returns: uid: str, name: str, country: str?, papers: int, of_institution: int, share: float, first_year: int?, last_year: int?, left_out: int
// mode: read
CALL () {
  MATCH (named:Institution)
  USING SCAN named:Institution
  WHERE toLower($institution) IN [toLower(named.name), toLower(named.uid)]
  RETURN collect(DISTINCT named.organisation) AS asked
}
CALL (asked) {
  UNWIND asked AS organisation
  MATCH (place:Institution {organisation: organisation})<-[:WRITTEN_AT]-(paper)
  USING INDEX SEEK place:Institution(organisation)
  WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
  RETURN collect(DISTINCT paper) AS published
}
WITH asked, published, size(published) AS of_institution
UNWIND published AS paper
CALL (paper, asked) {
  MATCH (paper)-[:WRITTEN_AT]->(other)
  WHERE NOT other.organisation IN asked
  RETURN DISTINCT other.organisation AS uid
}
WITH of_institution, uid, count(*) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
WITH of_institution, collect({uid: uid, papers: papers, first_year: first_year, last_year: last_year}) AS found
UNWIND found AS one
// The count lets go of the list: rows that are sorted with it would each be as long as all of them.
WITH of_institution, size(found) AS partners, one, count(*) AS once
ORDER BY one.papers DESC, one.uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
MATCH (self:Institution {uid: one.uid})
USING INDEX SEEK self:Institution(uid)
RETURN self.uid AS uid, self.name AS name, self.country AS country, one.papers AS papers, of_institution,
  round(1.0 * one.papers / of_institution, 6) AS share, one.first_year AS first_year, one.last_year AS last_year,
  CASE WHEN coalesce($limit, 0) = 0 OR $limit > partners THEN 0 ELSE partners - $limit END AS left_out
ORDER BY papers DESC, uid;
