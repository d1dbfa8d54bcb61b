// name: country_profile
// about: One country (a code of ISO 3166) on one row: the papers on which an author names an institution there, who does so, and how many organisations
//   they name; no row where there is none.
// params: country: country
// returns: country: str, papers: int, people: int, institutions: int, first_year: int?, last_year: int?
// mode: read
CALL () {
  MATCH (place:Institution {country: toUpper($country)})
  USING INDEX SEEK place:Institution(country)
  RETURN collect(place) AS places, count(DISTINCT place.organisation) AS institutions
}
WITH places, institutions
WHERE size(places) > 0
CALL (places) {
  UNWIND places AS place
  MATCH (place)<-[:WRITTEN_AT]-(paper)
  WITH DISTINCT paper
  RETURN count(paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
}
CALL (places) {
  UNWIND places AS place
  MATCH (place)<-[there:AFFILIATED_WITH]-(record)
  WHERE there.papers > 0 AND coalesce(record.kind, 'person') = 'person'
  RETURN count(DISTINCT record.person) AS people
}
RETURN toUpper($country) AS country, papers, people, institutions, first_year, last_year;
