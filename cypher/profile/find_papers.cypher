// name: find_papers
// about: Papers whose titles or abstracts have all words of a text, of at most the first eight, the likeliest first; a word that begins so,
//   or that differs in one letter, a long one in two, will do. Signs count as spaces. `title` is the beginning of the abstract where no
//   document gives a title; of very many papers the likeliest 500 are looked at.
// params: text: str, limit: count? = 25
// returns: uid: str, title: str?, year: int?, kind: str?, venues: list, authors: list, score: float
// mode: read
WITH [word IN split(reduce(text = toLower($text), sign IN split('+-&|!(){}[]^"~*?:\\/<>=.,;', '') + ['\t', '\n', '\r'] |
  replace(text, sign, ' ')), ' ') WHERE word <> '' | left(word, 50)][..8] AS words
WHERE size(words) > 0
CALL db.index.fulltext.queryNodes('paper_titles', reduce(query = '', word IN words | query + '+(' + word + '* ' +
  CASE WHEN size(word) < 4 THEN word WHEN size(word) < 6 THEN word + '~1' ELSE word + '~2' END + ' ' + word + '^4) '), {limit: 500})
YIELD node AS paper, score
WITH paper, score ORDER BY score DESC, paper.uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
RETURN paper.uid AS uid, coalesce(paper.title, paper.caption) AS title, paper.year AS year, paper.kind AS kind,
  COLLECT {
    MATCH (paper)-[:PUBLISHED_IN]->(venue)
    WITH DISTINCT venue ORDER BY venue.name, venue.uid
    RETURN venue.name
  } AS venues,
  COLLECT {
    MATCH (paper)<-[slot:WROTE]-(author)
    RETURN coalesce(slot.name, author.name) ORDER BY coalesce(slot.position, 2147483647), author.name, author.uid LIMIT 5
  } AS authors,
  round(score, 4) AS score
ORDER BY score DESC, uid;
