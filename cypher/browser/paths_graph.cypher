// name: paths_graph
// about: The shortest ways from one person to another through shared papers, as a picture; at most `limit` ways. A row for each
//   relationship on them. No row: there is no way, or the two are one person.
// params: author: author, other: author, limit: count = 10
// returns: source: map, link: map, target: map
// mode: read
MATCH (me:Author {uid: $author})
USING INDEX SEEK me:Author(uid)
MATCH (them:Author {uid: $other})
USING INDEX SEEK them:Author(uid)
WITH me, them WHERE me.person <> them.person
MATCH (start:Author {person: me.person})
USING INDEX SEEK start:Author(person)
MATCH (end:Author {person: them.person})
USING INDEX SEEK end:Author(person)
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
