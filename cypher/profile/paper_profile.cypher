// name: paper_profile
// about: One paper on one row. `title` is the beginning of the abstract where no document gives a title. `authors` are
//   {uid, name, position, affiliation}, `author_count` of them, the first `most_authors` listed; `editors` {uid, name}; `venues`
//   {uid, name, kind, year, volume, issue, pages, article_number, date}; `languages` are codes of ISO 639 where they are known, `url` is
//   where a document says that the paper is to be found; `counts` how often it is cited by the newest count of each source that gives one,
//   {source, citations, dated}, apart from `cited_by_count`, which is of the graph; `topics` {uid, label, scheme, origin}; `cites` and `cited_by` the newest `most_papers`
//   of those within the graph, {uid, title, year}, and their numbers; `corrections` {uid, title, year, kind, of}: notices about this paper,
//   and (`of` true) what this one is a notice about; `similar` papers that may be the same work, {uid, title, year, score, reasons};
//   `documents` {uid, location, where}: which ones describe it, and where in them.
// params: paper: str, most_authors: count = 200, most_papers: count = 50
// returns: uid: str, title: str?, titled: bool, year: int?, date: str?, kind: str?, abstract: str?, comment: str?, publisher: str?, place: str?,
//   languages: list, url: str?, retracted: bool, ids: list,
//   authors: list, author_count: int, authors_complete: bool, editors: list, venues: list, topics: list, cites: list, cites_count: int,
//   cited_by: list, cited_by_count: int, counts: list, corrections: list, similar: list, documents: list
// mode: read
MATCH (paper:Paper {uid: $paper})
USING INDEX SEEK paper:Paper(uid)
RETURN paper.uid AS uid, coalesce(paper.title, paper.caption) AS title, paper.title IS NOT NULL AS titled, paper.year AS year,
  paper.date AS date, paper.kind AS kind, paper.abstract AS abstract, paper.comment AS comment,
  paper.publisher AS publisher, paper.place AS place, coalesce(paper.languages, []) AS languages, paper.url AS url,
  coalesce(paper.retracted, false) AS retracted,
  coalesce(paper.ids, []) AS ids,
  COLLECT {
    MATCH (paper)<-[slot:WROTE]-(author)
    WITH slot, author ORDER BY coalesce(slot.position, 2147483647), author.name, author.uid LIMIT $most_authors
    RETURN {uid: author.uid, name: coalesce(slot.name, author.name), position: slot.position, affiliation: slot.affiliation}
  } AS authors,
  COUNT { (paper)<-[:WROTE]-() } AS author_count, coalesce(paper.authors_complete, true) AS authors_complete,
  COLLECT {
    MATCH (paper)<-[slot:EDITED]-(editor)
    WITH slot, editor ORDER BY coalesce(slot.position, 2147483647), editor.name, editor.uid
    RETURN {uid: editor.uid, name: coalesce(slot.name, editor.name)}
  } AS editors,
  COLLECT {
    MATCH (paper)-[link:PUBLISHED_IN]->(venue)
    WITH link, venue ORDER BY link.year, venue.name, venue.uid
    RETURN {uid: venue.uid, name: venue.name, kind: venue.kind, year: link.year, volume: link.volume, issue: link.issue, pages: link.pages,
      article_number: link.article_number, date: link.date}
  } AS venues,
  COLLECT {
    MATCH (paper)-[about:ABOUT]->(topic)
    WITH topic, max(about.origin) AS origin ORDER BY origin DESC, topic.scheme, topic.label, topic.uid
    RETURN {uid: topic.uid, label: topic.label, scheme: topic.scheme, origin: origin}
  } AS topics,
  COLLECT {
    MATCH (paper)-[:CITES]->(other)
    WITH DISTINCT other ORDER BY coalesce(other.year, -1) DESC, other.uid LIMIT $most_papers
    RETURN {uid: other.uid, title: coalesce(other.title, other.caption), year: other.year}
  } AS cites,
  COUNT { MATCH (paper)-[:CITES]->(other) RETURN DISTINCT other } AS cites_count,
  COLLECT {
    MATCH (paper)<-[:CITES]-(other)
    WITH DISTINCT other ORDER BY coalesce(other.year, -1) DESC, other.uid LIMIT $most_papers
    RETURN {uid: other.uid, title: coalesce(other.title, other.caption), year: other.year}
  } AS cited_by,
  COUNT { MATCH (paper)<-[:CITES]-(other) RETURN DISTINCT other } AS cited_by_count,
  COLLECT {
    // As citation_counts takes them: of each source the count of its newest document.
    MATCH (paper)<-[said:DESCRIBES]-(document)
    WHERE said.cited_by IS NOT NULL
    WITH coalesce(document.source, document.format, 'unknown') AS source, said.cited_by AS count, document,
      coalesce(document.exported, document.loaded_at) AS dated
    ORDER BY source, coalesce(dated, '') DESC, count DESC, document.uid
    WITH source, collect([count, dated])[0] AS newest
    ORDER BY source
    RETURN {source: source, citations: newest[0], dated: newest[1]}
  } AS counts,
  COLLECT {
    MATCH (paper)-[link:CORRECTS]-(other)
    WITH link, other ORDER BY coalesce(other.year, -1), other.uid
    RETURN {uid: other.uid, title: coalesce(other.title, other.caption), year: other.year, kind: link.kind, of: startNode(link) = paper}
  } AS corrections,
  COLLECT {
    MATCH (paper)-[link:SIMILAR_PAPER]-(other)
    WITH link, other ORDER BY link.score DESC, other.uid
    RETURN {uid: other.uid, title: coalesce(other.title, other.caption), year: other.year, score: link.score, reasons: link.reasons}
  } AS similar,
  COLLECT {
    MATCH (paper)<-[said:DESCRIBES]-(document)
    WITH said, document ORDER BY document.location, document.uid, said.record
    RETURN {uid: document.uid, location: document.location, where: said.where}
  } AS documents;
