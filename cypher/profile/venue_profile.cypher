// name: venue_profile
// about: One venue on one row: its names and ids, papers and years.
// params: venue: str
// returns: uid: str, name: str, kind: str?, aliases: list, ids: list, papers: int, first_year: int?, last_year: int?
// mode: read
MATCH (venue:Venue {uid: $venue})
USING INDEX SEEK venue:Venue(uid)
CALL (venue) {
  OPTIONAL MATCH (venue)<-[:PUBLISHED_IN]-(paper)
  WITH DISTINCT paper
  RETURN count(paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
}
RETURN venue.uid AS uid, venue.name AS name, venue.kind AS kind, coalesce(venue.aliases, []) AS aliases, coalesce(venue.ids, []) AS ids,
  papers, first_year, last_year;
