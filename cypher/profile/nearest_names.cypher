// name: nearest_names
// about: Author records whose names come nearest to a text, best first: "did you mean". A word of the text, of at most the first
//   eight, finds words that begin with it, or that differ from it in one letter, a long one in two; signs count as spaces.
// params: text: str, limit: count? = 5
// returns: uid: str, name: str, papers: int, score: float
// mode: read
WITH [word IN split(reduce(text = toLower($text), sign IN split('+-&|!(){}[]^"~*?:\\/<>=', '') + ['\t', '\n', '\r'] |
  replace(text, sign, ' ')), ' ') WHERE word <> '' | left(word, 50)][..8] AS words
// The signs of Lucene's query language go, and its words AND, OR and NOT are none in small letters.
WHERE size(words) > 0
CALL db.index.fulltext.queryNodes('author_names', reduce(query = '', word IN words | query + word + '* ' +
  CASE WHEN size(word) < 3 THEN word WHEN size(word) < 6 THEN word + '~1' ELSE word + '~2' END + ' ')) YIELD node AS a, score
RETURN a.uid AS uid, a.name AS name, COUNT { MATCH (a)-[:WROTE]->(p) RETURN DISTINCT p } AS papers, score
ORDER BY score DESC, papers DESC, uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
