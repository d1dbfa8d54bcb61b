// name: split_graph
// about: Two author records that may be one person, as a picture of what speaks for it: the similar names, and the people (by
//   name), venues and topics that the papers of both have, the rarest first and at most `limit`, with the papers in between.
//   Preprint servers are left out. A row for each relationship; split_candidates weighs them.
// params: author: author, other: author, limit: count = 12
// returns: source: map, link: map, target: map
// mode: read
MATCH (a:Author {uid: $author})
USING INDEX SEEK a:Author(uid)
MATCH (b:Author {uid: $other})
USING INDEX SEEK b:Author(uid)
WITH a, b, COLLECT { MATCH (record:Author) USING INDEX SEEK record:Author(person)
    WHERE record.person IN [a.person, b.person]
    RETURN record.name_key } AS own
CALL (a, own) {
  MATCH (record:Author {person: a.person})-[:WROTE]->()-[found:WROTE|PUBLISHED_IN|ABOUT|MENTIONS]-(end)
  USING INDEX SEEK record:Author(person)
  WHERE coalesce(found.origin, '') <> 'derived' AND NOT coalesce(end.name_key, '') IN own AND NOT coalesce(end.kind, '') IN ['preprint', 'organisation']
  RETURN collect(DISTINCT coalesce(end.name_key, end.uid)) AS keys
}
CALL (b, keys) {
  MATCH (record:Author {person: b.person})-[:WROTE]->()-[found:WROTE|PUBLISHED_IN|ABOUT|MENTIONS]-(end)
  USING INDEX SEEK record:Author(person)
  WHERE coalesce(end.name_key, end.uid) IN keys AND coalesce(end.kind, '') <> 'organisation'
    AND coalesce(found.origin, '') <> 'derived'
  WITH DISTINCT end
  WITH coalesce(end.name_key, end.uid) AS key, sum(CASE
    WHEN 'phrase' IN end.schemes THEN COUNT { (end)<-[:ABOUT {origin: 'given'}]-() }
    ELSE COUNT { (end)-[:WROTE]->() } + COUNT { (end)<-[:PUBLISHED_IN|ABOUT|MENTIONS]-() }
  END) AS uses
  ORDER BY uses, key LIMIT $limit
  RETURN collect(key) AS shared
}
CALL (a, b, shared) {
  MATCH (one:Author {person: a.person})-[link:SIMILAR_NAME|SAME_AS|DIFFERENT_FROM]-(two:Author {person: b.person})
  USING INDEX SEEK one:Author(person)
  USING INDEX SEEK two:Author(person)
  RETURN link
  UNION
  UNWIND [a.person, b.person] AS person
  MATCH (record:Author {person: person})-[wrote:WROTE]->(paper)-[found:WROTE|PUBLISHED_IN|ABOUT|MENTIONS]-(end)
  USING INDEX SEEK record:Author(person)
  WHERE coalesce(end.name_key, end.uid) IN shared AND coalesce(found.origin, '') <> 'derived'
  UNWIND [wrote, found] AS link
  RETURN link
}
WITH DISTINCT link, startNode(link) AS source, endNode(link) AS target
RETURN source, link, target
ORDER BY type(link), source.uid, target.uid;
