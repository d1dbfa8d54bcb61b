// name: name_cluster_papers
// about: The papers of all author records that bear exactly this name, newest first, each once. `records` are the records of
//   the name that stand on the paper; `title` is the beginning of the abstract where no document gives a title.
// params: name_key: str
// returns: uid: str, year: int?, title: str?, kind: str?, venues: list, authors: list, authors_complete: bool, records: list
// mode: read
MATCH (record:Author {name_key: $name_key})-[:WROTE]->(paper)
USING INDEX SEEK record:Author(name_key)
WITH paper, record ORDER BY record.uid
WITH paper, collect(record.uid) AS records
RETURN paper.uid AS uid, paper.year AS year, coalesce(paper.title, paper.caption) AS title, paper.kind AS kind,
  COLLECT {
    MATCH (paper)-[published:PUBLISHED_IN]->(venue)
    WITH venue, min(published.year) AS year ORDER BY year, venue.name, venue.uid
    RETURN venue.name
  } AS venues,
  COLLECT {
    MATCH (paper)<-[slot:WROTE]-(author)
    RETURN coalesce(slot.name, author.name) ORDER BY coalesce(slot.position, 2147483647), author.name, author.uid
  } AS authors,
  coalesce(paper.authors_complete, true) AS authors_complete, records
ORDER BY coalesce(year, -1) DESC, title, uid;
