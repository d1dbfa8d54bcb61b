// name: collaborators_graph
// about: A person's closest collaborators as a picture, tied by the newest papers of each pair, at most `papers` each. Closeness as in
//   close_collaborators. A row for each authorship. `shared` and `strength` are those of the person and the collaborator whose
//   authorship it is, over all their papers; of the person's own ones they are null. `left_out`, the same on every row, says how many
//   more collaborators there are, and how many papers with those that are shown: {people, papers}.
// params: author: author, together: records = [], min_shared: count = 1, limit: count? = 25, papers: count? = 1
// returns: source: map, link: map, target: map, shared: int?, strength: float?, left_out: map
// mode: read
MATCH (me:Author {uid: $author})
USING INDEX SEEK me:Author(uid)
WITH me, COLLECT {
  MATCH (asked:Author) USING INDEX SEEK asked:Author(uid) WHERE asked.uid IN [$author] + $together RETURN DISTINCT asked.person
} AS persons
CALL (persons) {
  MATCH (record:Author)-[mine:WROTE]->(paper)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons AND coalesce(mine.role, 'author') = 'author'
  WITH DISTINCT persons, paper
  MATCH (paper)<-[theirs:WROTE]-(other)
  WHERE NOT other.person IN persons AND coalesce(other.kind, 'person') = 'person' AND coalesce(theirs.role, 'author') = 'author'
  WITH paper, collect(DISTINCT other.person) AS people
  UNWIND people AS person
  WITH person, collect(paper) AS papers, sum(1.0 / size(people)) AS strength
  WHERE size(papers) >= $min_shared
  WITH person, papers, strength ORDER BY strength DESC, size(papers) DESC, person
  WITH collect({person: person, papers: papers, shared: size(papers), strength: round(strength, 6)}) AS known
  WITH known, CASE WHEN coalesce($limit, 0) > 0 THEN known[..$limit] ELSE known END AS closest
  RETURN closest, size(known) - size(closest) AS people_left
}
CALL (closest) {
  UNWIND closest AS one
  CALL (one) {
    UNWIND one.papers AS paper
    WITH paper ORDER BY coalesce(paper.year, -1) DESC, paper.uid
    WITH collect(paper) AS papers
    UNWIND CASE WHEN coalesce($papers, 0) > 0 THEN papers[..$papers] ELSE papers END AS paper
    RETURN paper
  }
  RETURN collect(DISTINCT paper) AS papers
}
CALL (closest) {
  UNWIND closest AS one UNWIND one.papers AS paper
  RETURN count(DISTINCT paper) AS papers_known
}
WITH papers, {people: people_left, papers: papers_known - size(papers)} AS left_out,
  [one IN closest | {person: one.person, shared: one.shared, strength: one.strength}] +
    [person IN persons | {person: person}] AS shown
UNWIND papers AS paper
MATCH (paper)<-[link:WROTE]-(source)
WITH left_out, link, source, paper, [one IN shown WHERE one.person = source.person][0] AS pair
WHERE pair IS NOT NULL
RETURN source, link, paper AS target, pair.shared AS shared, pair.strength AS strength, left_out
ORDER BY source.uid, target.uid;
