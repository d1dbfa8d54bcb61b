// name: find_venues
// about: Venues by a name, another name that a source gives them, or an ISSN; the likeliest first. Two that share an ISSN may be one
//   journal under two names.
// params: text: str, limit: count = 10
// returns: uid: str, name: str, kind: str?, ids: list, aliases: list, papers: int, score: float
// mode: read
CALL db.index.fulltext.queryNodes('venue_names', '"' + replace(replace($text, '\\', ' '), '"', ' ') + '"~3') YIELD node AS venue, score
WITH venue, score, COUNT { (venue)<-[:PUBLISHED_IN]-(:Paper) } AS papers
RETURN venue.uid AS uid, venue.name AS name, venue.kind AS kind, coalesce(venue.ids, []) AS ids, coalesce(venue.aliases, []) AS aliases,
  papers, score
ORDER BY score DESC, papers DESC, uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
