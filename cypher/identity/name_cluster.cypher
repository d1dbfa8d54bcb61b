// name: name_cluster
// about: The author records of exactly this name, in any case: which papers may belong together by the name alone. The key is the
//   name in lower case, white space collapsed. First come the records whose own name it is (`exact`), then those that list it among
//   their name forms. Several rows are several records; `person` says which were decided to be one. `works` are the record's
//   papers, newest first, a list of {uid, year, title, kind, venues, authors, authors_complete}; `title` is the beginning of the
//   abstract where no document gives a title.
// params: name_key: name
// returns: uid: str, name: str, exact: bool, person: str, kind: str, orcid: str?, ids: list, name_forms: list, papers: int,
//   first_year: int?, last_year: int?, collaborators: int, documents: list, works: list
// mode: read
CALL () {
  MATCH (record:Author {name_key: toLower($name_key)})
  USING INDEX SEEK record:Author(name_key)
  RETURN record, true AS exact
  UNION
  CALL db.index.fulltext.queryNodes('author_names', '"' + replace(replace($name_key, '\\', ' '), '"', ' ') + '"') YIELD node AS record
  WITH record
  WHERE record.name_key <> toLower($name_key) AND any(form IN record.name_forms WHERE toLower($name_key) =
    reduce(key = toLower(normalize(form, NFKC)), pair IN [['ß', 'ss'], ['’', "'"], ['‘', "'"], ['‐', '-'], ['–', '-']] |
      replace(key, pair[0], pair[1])))
  RETURN record, false AS exact
}
OPTIONAL MATCH (record)-[:WROTE]->(paper)
WITH record, exact, count(DISTINCT paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
RETURN record.uid AS uid, record.name AS name, exact, coalesce(record.person, record.uid) AS person,
  coalesce(record.kind, 'person') AS kind, record.orcid AS orcid, coalesce(record.ids, []) AS ids,
  coalesce(record.name_forms, []) AS name_forms, papers, first_year, last_year,
  COUNT {
    MATCH (record)-[:WROTE]->()<-[:WROTE]-(other)
    WHERE other.person <> record.person AND coalesce(other.kind, 'person') = 'person'
    RETURN DISTINCT other.person
  } AS collaborators,
  COLLECT {
    MATCH (record)<-[:DESCRIBES]-(document)
    WITH DISTINCT document.location AS location ORDER BY location
    RETURN location
  } AS documents,
  COLLECT {
    MATCH (record)-[:WROTE]->(work)
    WITH DISTINCT work
    WITH work,
      COLLECT {
        MATCH (work)-[published:PUBLISHED_IN]->(venue)
        WITH venue, min(published.year) AS year ORDER BY year, venue.name, venue.uid
        RETURN venue.name
      } AS venues,
      COLLECT {
        MATCH (work)<-[slot:WROTE]-(author)
        RETURN coalesce(slot.name, author.name) ORDER BY coalesce(slot.position, 2147483647), author.name, author.uid
      } AS authors
    ORDER BY coalesce(work.year, -1) DESC, coalesce(work.title, work.caption), work.uid
    RETURN {uid: work.uid, year: work.year, title: coalesce(work.title, work.caption), kind: work.kind, venues: venues,
      authors: authors, authors_complete: coalesce(work.authors_complete, true)}
  } AS works
ORDER BY exact DESC, papers DESC, uid;
