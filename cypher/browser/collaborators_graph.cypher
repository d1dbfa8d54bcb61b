// name: collaborators_graph
// about: A person's closest collaborators as a picture, with the papers between them. Closeness as in close_collaborators. A row
//   for each authorship.
// params: author: author, min_shared: count = 1, limit: count? = 10
// returns: source: map, link: map, target: map
// mode: read
MATCH (me:Author {uid: $author})
USING INDEX SEEK me:Author(uid)
MATCH (record:Author {person: me.person})-[mine:WROTE]->(paper)
USING INDEX SEEK record:Author(person)
WHERE coalesce(mine.role, 'author') = 'author'
WITH DISTINCT me, paper
MATCH (paper)<-[theirs:WROTE]-(other)
WHERE other.person <> me.person AND coalesce(other.kind, 'person') = 'person' AND coalesce(theirs.role, 'author') = 'author'
WITH me, paper, collect(DISTINCT other.person) AS people
UNWIND people AS person
WITH me, person, collect(paper) AS papers, sum(1.0 / size(people)) AS strength
WHERE size(papers) >= $min_shared
WITH me, person, papers ORDER BY strength DESC, size(papers) DESC, person
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
UNWIND papers AS paper
MATCH (paper)<-[link:WROTE]-(one)
WHERE one.person IN [me.person, person]
WITH DISTINCT one AS source, link, paper AS target
RETURN source, link, target
ORDER BY source.uid, target.uid;
