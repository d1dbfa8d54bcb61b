// name: country_counts
// about: From which countries papers come, by the institutions that authors name on them, most papers first: a paper once for each, with the people
//   who name one there and the organisations that they name. Only papers from a year on or up to one, where these are given. `country` is a code of
//   ISO 3166. `unplaced`, the same on every row, is how many papers name institutions of which no country is known, and none other;
//   `left_out` how many more countries there are.
// params: since: int? = null, until: int? = null, limit: count? = null
// returns: country: str, papers: int, people: int, institutions: int, first_year: int?, last_year: int?, unplaced: int, left_out: int
// mode: read
CALL () {
  MATCH (place:Institution)<-[:WRITTEN_AT]-(paper)
  WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
  WITH paper, collect(DISTINCT place.country) AS countries
  UNWIND CASE countries WHEN [] THEN [null] ELSE countries END AS country
  WITH country, count(*) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
  RETURN collect({country: country, papers: papers, first_year: first_year, last_year: last_year}) AS all
}
WITH [one IN all WHERE one.country IS NOT NULL] AS found, coalesce([one IN all WHERE one.country IS NULL][0].papers, 0) AS unplaced
UNWIND found AS one
WITH unplaced, size(found) AS countries, one, count(*) AS once
ORDER BY one.papers DESC, one.country
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
CALL (one) {
  MATCH (place:Institution {country: one.country})
  USING INDEX SEEK place:Institution(country)
  WHERE EXISTS { MATCH (place)<-[:WRITTEN_AT]-(paper) WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until) }
  RETURN count(DISTINCT place.organisation) AS institutions
}
CALL (one) {
  MATCH (place:Institution {country: one.country})<-[there:AFFILIATED_WITH]-(record)
  USING INDEX SEEK place:Institution(country)
  WHERE there.papers > 0 AND coalesce(record.kind, 'person') = 'person' AND ($since IS NULL AND $until IS NULL
    OR any(year IN there.years WHERE ($since IS NULL OR year >= $since) AND ($until IS NULL OR year <= $until)))
  RETURN count(DISTINCT record.person) AS people
}
RETURN one.country AS country, one.papers AS papers, people, institutions, one.first_year AS first_year,
  one.last_year AS last_year, unplaced, CASE WHEN coalesce($limit, 0) = 0 OR $limit > countries THEN 0 ELSE countries - $limit END AS left_out
ORDER BY papers DESC, country;
