// name: country_partners
// about: With which other countries a country (a code of ISO 3166) stands on papers, by the institutions that authors name on them, most papers first.
//   Only papers from a year on or up to one, where these are given. `share` is of `of_country`, the papers on which anybody names an
//   institution in the country. `left_out`, the same on every row, is how many more countries there are.
// params: country: country, since: int? = null, until: int? = null, limit: count? = 25
// returns: country: str, papers: int, of_country: int, share: float, first_year: int?, last_year: int?, left_out: int
// mode: read
CALL () {
  MATCH (place:Institution {country: toUpper($country)})<-[:WRITTEN_AT]-(paper)
  USING INDEX SEEK place:Institution(country)
  WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
  RETURN collect(DISTINCT paper) AS published
}
WITH published, size(published) AS of_country
UNWIND published AS paper
CALL (paper) {
  MATCH (paper)-[:WRITTEN_AT]->(other)
  WHERE other.country <> toUpper($country)
  RETURN DISTINCT other.country AS country
}
WITH of_country, country, count(*) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
WITH of_country, collect({country: country, papers: papers, first_year: first_year, last_year: last_year}) AS found
UNWIND found AS one
WITH of_country, size(found) AS partners, one, count(*) AS once
ORDER BY one.papers DESC, one.country
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
RETURN one.country AS country, one.papers AS papers, of_country, round(1.0 * one.papers / of_country, 6) AS share,
  one.first_year AS first_year, one.last_year AS last_year, CASE WHEN coalesce($limit, 0) = 0 OR $limit > partners THEN 0 ELSE partners - $limit END AS left_out
ORDER BY papers DESC, country;
