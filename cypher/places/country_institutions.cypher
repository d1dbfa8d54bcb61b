// name: country_institutions
// about: The organisations of a country (a code of ISO 3166) that authors name on most papers, a paper once for each, with how many people name them.
//   Only papers from a year on or up to one, where these are given. `share` is of `of_country`, the papers on which anybody
//   names an institution there. `left_out`, the same on every row, is how many more organisations there are.
// params: country: country, since: int? = null, until: int? = null, limit: count? = 25
// returns: uid: str, name: str, papers: int, of_country: int, share: float, people: int, first_year: int?, last_year: int?, left_out: int
// mode: read
MATCH (place:Institution {country: toUpper($country)})<-[:WRITTEN_AT]-(paper)
USING INDEX SEEK place:Institution(country)
WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
WITH place.organisation AS uid, collect(DISTINCT paper) AS some, collect(DISTINCT place) AS records
WITH collect({uid: uid, some: some, records: records}) AS found
WITH found, COUNT { UNWIND found AS each UNWIND each.some AS paper RETURN DISTINCT paper } AS of_country, size(found) AS organisations
UNWIND found AS one
WITH of_country, organisations, one.uid AS uid, one.records AS records, size(one.some) AS papers,
  reduce(first = null, paper IN one.some | CASE WHEN first IS NULL OR paper.year < first THEN paper.year ELSE first END) AS first_year,
  reduce(last = null, paper IN one.some | CASE WHEN last IS NULL OR paper.year > last THEN paper.year ELSE last END) AS last_year
ORDER BY papers DESC, uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
CALL (records) {
  UNWIND records AS record
  MATCH (record)<-[there:AFFILIATED_WITH]-(author)
  WHERE there.papers > 0 AND coalesce(author.kind, 'person') = 'person' AND ($since IS NULL AND $until IS NULL
    OR any(year IN there.years WHERE ($since IS NULL OR year >= $since) AND ($until IS NULL OR year <= $until)))
  RETURN count(DISTINCT author.person) AS people
}
MATCH (self:Institution {uid: uid})
USING INDEX SEEK self:Institution(uid)
RETURN self.uid AS uid, self.name AS name, papers, of_country, round(1.0 * papers / of_country, 6) AS share, people, first_year,
  last_year, CASE WHEN coalesce($limit, 0) = 0 OR $limit > organisations THEN 0 ELSE organisations - $limit END AS left_out
ORDER BY papers DESC, uid;
