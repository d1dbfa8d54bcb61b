// name: find_authors
// about: People whose names, or other forms of them, have all words of a text, of at most the first eight, the likeliest first; a word that
//   begins so, or that differs in one letter, a long one in two, will do. Signs count as spaces. All records of a person are one row, named
//   by the record that stands for the person; `name_forms` are those that the records bear. The likeliest 500 records are looked at.
// params: text: str, limit: count? = 25
// returns: uid: str, name: str, papers: int, name_forms: list, score: float
// mode: read
WITH [word IN split(reduce(text = toLower($text), sign IN split('+-&|!(){}[]^"~*?:\\/<>=.,;', '') + ['\t', '\n', '\r'] |
  replace(text, sign, ' ')), ' ') WHERE word <> '' | left(word, 50)][..8] AS words
WHERE size(words) > 0
CALL db.index.fulltext.queryNodes('author_names', reduce(query = '', word IN words | query + '+(' + word + '* ' +
  CASE WHEN size(word) < 4 THEN word WHEN size(word) < 6 THEN word + '~1' ELSE word + '~2' END + ' ' + word + '^4) '), {limit: 500})
YIELD node AS author, score
WITH author.person AS person, max(score) AS score, collect(DISTINCT author.name) AS names
MATCH (self:Author {uid: person})
USING INDEX SEEK self:Author(uid)
CALL (self) {
  MATCH (record:Author {person: self.uid})-[:WROTE]->(paper)
  USING INDEX SEEK record:Author(person)
  RETURN count(DISTINCT paper) AS papers
}
RETURN self.uid AS uid, self.name AS name, papers,
  [form IN coalesce(self.name_forms, []) WHERE form <> self.name] + [form IN names WHERE form <> self.name
    AND NOT form IN coalesce(self.name_forms, [])] AS name_forms, round(score, 4) AS score
ORDER BY score DESC, papers DESC, uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
