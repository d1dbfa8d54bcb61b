// name: find_topics
// about: Topics whose labels, or other spellings, have all words of a text, of at most the first eight, the likeliest first; a word that begins so, or that
//   differs in one letter, a long one in two, will do. Signs count as spaces. The likeliest 500 are looked at.
//   `schemes` are all that a topic is of: a keyword that texts use is of phrase too. `papers` are those of which a document gives the topic or in whose texts it was found with a score of `min_score` at least.
// params: text: str, min_score: float = 0.3, limit: count? = 25
// returns: uid: str, label: str, scheme: str, schemes: list, papers: int, score: float
// mode: read
WITH [word IN split(reduce(text = toLower($text), sign IN split('+-&|!(){}[]^"~*?:\\/<>=.,;', '') + ['\t', '\n', '\r'] |
  replace(text, sign, ' ')), ' ') WHERE word <> '' | left(word, 50)][..8] AS words
WHERE size(words) > 0
CALL db.index.fulltext.queryNodes('topic_names', reduce(query = '', word IN words | query + '+(' + word + '* ' +
  CASE WHEN size(word) < 4 THEN word WHEN size(word) < 6 THEN word + '~1' ELSE word + '~2' END + ' ' + word + '^4) '), {limit: 500})
YIELD node AS topic, score
RETURN topic.uid AS uid, topic.label AS label, topic.scheme AS scheme,
  [topic.scheme] + coalesce(topic.schemes, []) AS schemes,
  COUNT { MATCH (topic)<-[about:ABOUT]-(p) WHERE about.origin = 'given' OR about.score >= $min_score RETURN DISTINCT p } AS papers,
  round(score, 4) AS score
ORDER BY score DESC, papers DESC, uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
