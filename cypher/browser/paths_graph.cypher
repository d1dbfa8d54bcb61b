// name: paths_graph
// about: The shortest ways from one person to another through shared papers, as a picture; at most `limit` ways. A row for each
//   relationship on them. No row: there is no way, or the two are one person.
// params: author: author, together: records = [], other: author, other_together: records = [], limit: count = 10
// returns: source: map, link: map, target: map
// mode: read
MATCH (me:Author {uid: $author})
USING INDEX SEEK me:Author(uid)
MATCH (them:Author {uid: $other})
USING INDEX SEEK them:Author(uid)
WITH COLLECT {
  MATCH (asked:Author) USING INDEX SEEK asked:Author(uid) WHERE asked.uid IN [$author] + $together RETURN DISTINCT asked.person
} AS persons, COLLECT {
  MATCH (asked:Author) USING INDEX SEEK asked:Author(uid) WHERE asked.uid IN [$other] + $other_together RETURN DISTINCT asked.person
} AS others
WITH persons, others WHERE NOT any(person IN others WHERE person IN persons)
MATCH (start:Author)
USING INDEX SEEK start:Author(person)
WHERE start.person IN persons
MATCH (end:Author)
USING INDEX SEEK end:Author(person)
WHERE end.person IN others
MATCH path = allShortestPaths((start)-[:WROTE|SAME_AS*..30]-(end))
WHERE all(node IN nodes(path) WHERE node:Paper OR coalesce(node.kind, 'person') = 'person')
  AND all(link IN relationships(path) WHERE coalesce(link.role, 'author') = 'author')
WITH path LIMIT 10000
// Fewest papers first, then fewest hops between records of one person.
WITH path, 100 * size([node IN nodes(path) WHERE node:Paper]) + length(path) AS steps
WITH collect({path: path, steps: steps}) AS ways, min(steps) AS least
UNWIND [way IN ways WHERE way.steps = least | way.path] AS path
WITH path ORDER BY reduce(key = '', node IN nodes(path) | key + node.uid + ' ')
LIMIT $limit
UNWIND relationships(path) AS link
WITH DISTINCT link, startNode(link) AS source, endNode(link) AS target
RETURN source, link, target
ORDER BY type(link), source.uid, target.uid;
