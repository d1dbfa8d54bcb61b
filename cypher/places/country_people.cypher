// name: country_people
// about: Who names an institution in a country (a code of ISO 3166) on most papers. All records of a person count together, and a paper once;
//   organisations do not count. Only papers from a year on or up to one, where these are given. `share` is of `of_papers`, the
//   person's papers of the same years. `left_out`, the same on every row, is how many more people there are.
// params: country: country, since: int? = null, until: int? = null, limit: count? = 25
// returns: uid: str, name: str, papers: int, of_papers: int, share: float, first_year: int?, last_year: int?, left_out: int
// mode: read
MATCH (place:Institution {country: toUpper($country)})<-[slot:WRITTEN_AT]-(paper)
USING INDEX SEEK place:Institution(country)
WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
WITH slot.author AS author, collect(DISTINCT paper) AS some
MATCH (record:Author {uid: author})
USING INDEX SEEK record:Author(uid)
WHERE coalesce(record.kind, 'person') = 'person'
UNWIND some AS paper
WITH record.person AS person, count(DISTINCT paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
WITH collect({person: person, papers: papers, first_year: first_year, last_year: last_year}) AS found
UNWIND found AS one
// The count lets go of the list: rows that are sorted with it would each be as long as all of them.
WITH size(found) AS people, one, count(*) AS once
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
  one.first_year AS first_year, one.last_year AS last_year, CASE WHEN coalesce($limit, 0) = 0 OR $limit > people THEN 0 ELSE people - $limit END AS left_out
ORDER BY papers DESC, uid;
