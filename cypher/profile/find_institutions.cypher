// name: find_institutions
// about: Institutions one of whose names has all words of a text, of at most the first eight, the likeliest first; a word that begins so, or
//   that differs in one letter, a long one in two, will do. Signs count as spaces. All records of an
//   organisation are one row. The likeliest 500 are looked at.
// params: text: str, limit: count? = 25
// returns: uid: str, name: str, ror: str?, country: str?, people: int, score: float
// mode: read
WITH [word IN split(reduce(text = toLower($text), sign IN split('+-&|!(){}[]^"~*?:\\/<>=.,;', '') + ['\t', '\n', '\r'] |
  replace(text, sign, ' ')), ' ') WHERE word <> '' | left(word, 50)][..8] AS words
WHERE size(words) > 0
CALL db.index.fulltext.queryNodes('institution_names', reduce(query = '', word IN words | query + '+(' + word + '* ' +
  CASE WHEN size(word) < 4 THEN word WHEN size(word) < 6 THEN word + '~1' ELSE word + '~2' END + ' ' + word + '^4) '), {limit: 500})
YIELD node AS institution, score
WITH institution.organisation AS uid, max(score) AS score
MATCH (self:Institution {uid: uid})
USING INDEX SEEK self:Institution(uid)
RETURN self.uid AS uid, self.name AS name, self.ror AS ror, self.country AS country, COUNT {
  MATCH (record:Institution {organisation: uid})<-[:AFFILIATED_WITH]-(author)
  RETURN DISTINCT author.person
} AS people, round(score, 4) AS score
ORDER BY score DESC, people DESC, uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
