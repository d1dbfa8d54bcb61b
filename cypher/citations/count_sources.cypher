// name: count_sources
// about: The sources whose documents can give counts of citations, such as OpenAlex or Crossref, as citation_counts names them, with
//   their numbers of documents, and last "this graph".
// returns: source: str, documents: int
// mode: read
CALL () {
  MATCH (document:Document)
  RETURN coalesce(document.source, document.format, 'unknown') AS source, count(*) AS documents, 0 AS place
  UNION ALL
  RETURN 'this graph' AS source, 0 AS documents, 1 AS place
}
RETURN source, documents
ORDER BY place, source;
