// name: nearest_venues
// about: Venues whose names, other names or ISSN come nearest to a text, best first: "did you mean". A word of the text, of at most
//   the first eight, finds words that begin with it, or that differ from it in one letter, a long one in two; signs count as spaces.
// params: text: str, limit: count? = 5
// returns: uid: str, name: str, papers: int, score: float
// mode: read
WITH [word IN split(reduce(text = toLower($text), sign IN split('+-&|!(){}[]^"~*?:\\/<>=.,;', '') + ['\t', '\n', '\r'] |
  replace(text, sign, ' ')), ' ') WHERE word <> '' | left(word, 50)][..8] AS words
WHERE size(words) > 0
CALL db.index.fulltext.queryNodes('venue_names', reduce(query = '', word IN words | query + word + '* ' +
  CASE WHEN size(word) < 3 THEN word WHEN size(word) < 6 THEN word + '~1' ELSE word + '~2' END + ' ')) YIELD node AS venue, score
RETURN venue.uid AS uid, venue.name AS name, COUNT { (venue)<-[:PUBLISHED_IN]-(:Paper) } AS papers, score
ORDER BY score DESC, papers DESC, uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
