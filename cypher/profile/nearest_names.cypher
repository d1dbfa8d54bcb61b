// name: nearest_names
// about: Author records whose names come nearest to a text, best first: "did you mean". `score` is 1 for the same words: half of it says
//   how well the words of the text and of the name (or of one of its other forms) pair off, whatever their order, half how like the
//   family name is to a word of the text. Words are alike by the letters and pairs of letters that they share, an initial is like
//   what it may stand for; what is below 0.5, or far below the best, is left out. At most the first eight words count; signs count as spaces.
// params: text: str, limit: count? = 5
// returns: uid: str, name: str, papers: int, score: float
// mode: read
WITH [word IN split(reduce(text = toLower($text), sign IN split('+-&|!(){}[]^"~*?:\\/<>=.,;', '') + ['\t', '\n', '\r'] |
  replace(text, sign, ' ')), ' ') WHERE word <> '' | left(word, 50)][..8] AS words
// The signs of Lucene's query language go, and its words AND, OR and NOT are none in small letters.
WHERE size(words) > 0
// A word finds words that begin with it or differ from it in a letter or two; the longer it is, the more it tells.
CALL db.index.fulltext.queryNodes('author_names', reduce(query = '', word IN words | query + word + '*^' + size(word) + ' ' +
  CASE WHEN size(word) < 3 THEN word WHEN size(word) < 6 THEN word + '~1' ELSE word + '~2' END + '^' + size(word) + ' '), {limit: 200})
YIELD node AS a
UNWIND [a.name] + coalesce(a.name_forms, [])[..10] AS form
WITH DISTINCT words, a, [word IN split(reduce(text = toLower(form), sign IN split('.,-()"\'', '') | replace(text, sign, ' ')), ' ')
  WHERE word <> '' | left(word, 50)][..8] AS named
WHERE size(named) > 0
CALL (words, a, named) {
  UNWIND words AS mine
  UNWIND named + split(coalesce(a.family_key, ''), ' ') AS theirs
  WITH DISTINCT mine, theirs, normalize(mine, NFD) AS m, normalize(theirs, NFD) AS t WHERE theirs <> ''
  WITH mine, theirs, m, t, [i IN range(0, size(m)) | substring('^' + m + '$', i, 2)] AS pairs_m,
    [i IN range(0, size(t)) | substring('^' + t + '$', i, 2)] AS pairs_t, split(m, '') AS letters_m, split(t, '') AS letters_t
  WITH mine, theirs, CASE
      WHEN m = t THEN 1.0
      WHEN size(m) = 1 OR size(t) = 1 THEN CASE WHEN left(m, 1) = left(t, 1) THEN 0.7 ELSE 0.0 END
      ELSE (toFloat(size([pair IN pairs_m WHERE pair IN pairs_t]) + size([pair IN pairs_t WHERE pair IN pairs_m]))
          / (size(pairs_m) + size(pairs_t))
        + toFloat(size([letter IN letters_m WHERE letter IN letters_t]) + size([letter IN letters_t WHERE letter IN letters_m]))
          / (size(m) + size(t))) / 2
    END AS like
  RETURN collect({mine: mine, theirs: theirs, like: like}) AS pairs
}
WITH a, words, named, pairs,
  reduce(total = 0.0, word IN words | total + size(word) * reduce(most = 0.0, pair IN pairs |
    CASE WHEN pair.mine = word AND pair.theirs IN named AND pair.like > most THEN pair.like ELSE most END))
  + reduce(total = 0.0, word IN named | total + size(word) * reduce(most = 0.0, pair IN pairs |
    CASE WHEN pair.theirs = word AND pair.like > most THEN pair.like ELSE most END)) AS paired,
  reduce(most = 0.0, pair IN pairs | CASE WHEN pair.theirs IN split(coalesce(a.family_key, ''), ' ')
    AND (size(pair.mine) > 1 OR size(words) = 1) AND pair.like > most THEN pair.like ELSE most END) AS family
WITH a, family, paired / reduce(letters = 0, word IN words + named | letters + size(word)) AS paired
// A name that has no family name (an organisation's) is told by its words alone.
WITH a, max(CASE WHEN coalesce(a.family_key, '') = '' THEN paired ELSE paired / 2 + family / 2 END) AS score
WHERE score >= 0.5
WITH collect({author: a, score: score}) AS found, max(score) AS best
UNWIND found AS one
WITH one.author AS a, one.score AS score WHERE score > 0.6 * best
RETURN a.uid AS uid, a.name AS name, COUNT { MATCH (a)-[:WROTE]->(p) RETURN DISTINCT p } AS papers, round(score, 4) AS score
ORDER BY score DESC, papers DESC, uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
