// name: name_cluster
// about: The author records that bear exactly this name, in any case: which papers may belong together by the name alone. The
//   key is the name in lower case, white space collapsed. Several rows are several records; `person` says which were decided
//   to be one.
// params: name_key: str
// returns: uid: str, name: str, person: str, kind: str, orcid: str?, ids: list, name_forms: list, papers: int, first_year:
//   int?, last_year: int?, collaborators: int, documents: list
// mode: read
MATCH (record:Author {name_key: $name_key})
USING INDEX SEEK record:Author(name_key)
OPTIONAL MATCH (record)-[:WROTE]->(paper)
WITH record, count(DISTINCT paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
RETURN record.uid AS uid, record.name AS name, coalesce(record.person, record.uid) AS person,
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
  } AS documents
ORDER BY papers DESC, uid;
