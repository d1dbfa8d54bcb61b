// name: name_cluster_papers
// about: The papers of all author records of exactly this name, as `name_cluster` finds them, newest first, distinct. `records` are
//   those of the records that stand on the paper; `title` is the beginning of the abstract where no document gives a title.
// params: name_key: name
// returns: uid: str, year: int?, title: str?, kind: str?, venues: list, authors: list, authors_complete: bool, records: list
// mode: read
CALL () {
  MATCH (record:Author {name_key: toLower($name_key)})
  USING INDEX SEEK record:Author(name_key)
  RETURN record
  UNION
  CALL db.index.fulltext.queryNodes('author_names', '"' + replace(replace($name_key, '\\', ' '), '"', ' ') + '"') YIELD node AS record
  WITH record
  WHERE record.name_key <> toLower($name_key) AND any(form IN record.name_forms WHERE toLower($name_key) =
    reduce(key = toLower(normalize(form, NFKC)), pair IN [['ß', 'ss'], ['’', "'"], ['‘', "'"], ['‐', '-'], ['–', '-']] |
      replace(key, pair[0], pair[1])))
  RETURN record
}
MATCH (record)-[:WROTE]->(paper)
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
