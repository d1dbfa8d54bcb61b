// name: prolific_venues
// about: The venues with most papers. `limit` 0 or null gives all.
// params: limit: count? = 10
// returns: uid: str, name: str, kind: str?, papers: int, first_year: int?, last_year: int?
// mode: read
MATCH (venue:Venue)
WITH venue, COUNT { (venue)<-[:PUBLISHED_IN]-() } AS appearances
ORDER BY appearances DESC, venue.name, venue.uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
CALL (venue) {
  OPTIONAL MATCH (venue)<-[:PUBLISHED_IN]-(paper)
  WITH DISTINCT paper
  RETURN count(paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
}
RETURN venue.uid AS uid, venue.name AS name, venue.kind AS kind, papers, first_year, last_year
ORDER BY papers DESC, name, uid;
