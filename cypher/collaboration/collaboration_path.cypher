// name: collaboration_path
// about: The shortest way from one person to another through shared papers, a row for each step. Step 0 is where it starts;
//   every other row names the paper that leads to the next person. No row: there is no way. Records decided to be one person
//   are one stop.
// params: author: author, together: records = [], other: author, other_together: records = []
// returns: step: int, uid: str, name: str, paper: str?, title: str?, year: int?
// mode: read
MATCH (me:Author {uid: $author})
USING INDEX SEEK me:Author(uid)
WITH me, COLLECT {
  MATCH (asked:Author) USING INDEX SEEK asked:Author(uid) WHERE asked.uid IN [$author] + $together RETURN DISTINCT asked.person
} AS persons
MATCH (them:Author {uid: $other})
USING INDEX SEEK them:Author(uid)
WITH me, them, persons, COLLECT {
  MATCH (asked:Author) USING INDEX SEEK asked:Author(uid) WHERE asked.uid IN [$other] + $other_together RETURN DISTINCT asked.person
} AS others
CALL (me, persons, others) {
  WITH me WHERE any(person IN persons WHERE person IN others)
  RETURN [me] AS stops
  UNION ALL
  WITH persons, others WHERE NOT any(person IN persons WHERE person IN others)
  MATCH (start:Author)
  USING INDEX SEEK start:Author(person)
  WHERE start.person IN persons
  MATCH (end:Author)
  USING INDEX SEEK end:Author(person)
  WHERE end.person IN others
  MATCH path = allShortestPaths((start)-[:WROTE|SAME_AS*..30]-(end))
  WHERE all(node IN nodes(path) WHERE node:Paper OR coalesce(node.kind, 'person') = 'person')
    AND all(link IN relationships(path) WHERE coalesce(link.role, 'author') = 'author')
  // Of many equally short ones the choice is by uid, so that the answer stays the same; the cap bounds the work.
  WITH nodes(path) AS stops LIMIT 10000
  ORDER BY size([stop IN stops WHERE stop:Paper]), size(stops), reduce(key = '', stop IN stops | key + stop.uid + ' ')
  LIMIT 1
  RETURN stops
}
WITH me, them, persons, others, stops, [-1] + [place IN range(0, size(stops) - 1) WHERE stops[place]:Paper] AS places
UNWIND range(0, size(places) - 1) AS step
WITH me, them, persons, others, step, stops[places[step] + 1] AS record, CASE WHEN step > 0 THEN stops[places[step]] END AS paper
WITH step, paper, CASE WHEN record.person IN persons THEN me.person WHEN record.person IN others THEN them.person
  ELSE record.person END AS person
MATCH (self:Author {uid: person})
USING INDEX SEEK self:Author(uid)
RETURN step, self.uid AS uid, self.name AS name, paper.uid AS paper, coalesce(paper.title, paper.caption) AS title,
  paper.year AS year
ORDER BY step;
