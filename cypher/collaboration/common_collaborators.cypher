// name: common_collaborators
// about: People who wrote with both of two others, closest to both first: by the smaller of both strengths (Newman's, as in close_collaborators).
//   `papers`, `strength`, `first_year` and `last_year` are of what they share with the one, `other_papers` and so on with the other;
//   `shared` papers are by all three, and count for both. Editors and organisations do not count. `left_out`, the same on every row, is how many
//   more people there are. No row where both are one person.
// params: author: author, together: records = [], other: author, other_together: records = [], since: int? = null,
//   min_shared: count = 1, limit: count? = null
// returns: uid: str, name: str, papers: int, strength: float, first_year: int?, last_year: int?, other_papers: int,
//   other_strength: float, other_first_year: int?, other_last_year: int?, shared: int, left_out: int
// mode: read
MATCH (me:Author {uid: $author})
USING INDEX SEEK me:Author(uid)
MATCH (them:Author {uid: $other})
USING INDEX SEEK them:Author(uid)
WITH me, them, COLLECT {
  MATCH (asked:Author) USING INDEX SEEK asked:Author(uid) WHERE asked.uid IN [$author] + $together RETURN DISTINCT asked.person
} AS mine, COLLECT {
  MATCH (asked:Author) USING INDEX SEEK asked:Author(uid) WHERE asked.uid IN [$other] + $other_together RETURN DISTINCT asked.person
} AS theirs
WITH mine, theirs WHERE none(person IN mine WHERE person IN theirs)
UNWIND [[0, mine, theirs], [1, theirs, mine]] AS side
WITH side[0] AS side, side[1] AS persons, side[2] AS facing
CALL (persons, facing) {
  MATCH (record:Author)-[slot:WROTE]->(paper)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons AND coalesce(slot.role, 'author') = 'author' AND ($since IS NULL OR paper.year >= $since)
  WITH DISTINCT persons, facing, paper
  CALL (persons, paper) {
    MATCH (paper)<-[slot:WROTE]-(one)
    WHERE NOT one.person IN persons AND coalesce(one.kind, 'person') = 'person' AND coalesce(slot.role, 'author') = 'author'
    RETURN collect(DISTINCT one.person) AS others
  }
  WITH facing, paper, others, any(one IN others WHERE one IN facing) AS of_both
  UNWIND others AS person
  WITH person, count(*) AS papers, sum(1.0 / size(others)) AS strength, min(paper.year) AS first_year, max(paper.year) AS last_year,
    count(CASE WHEN of_both THEN 1 END) AS shared
  WHERE papers >= $min_shared
  RETURN person, {papers: papers, strength: round(strength, 6), first_year: first_year, last_year: last_year, shared: shared} AS tie
}
// Who stands on both sides is nobody of the two: each of them is left out on their own side.
WITH person, side, tie ORDER BY side
WITH person, collect(tie) AS ties
WHERE size(ties) = 2
WITH collect({person: person, one: ties[0], other: ties[1]}) AS found
UNWIND found AS both
// The count lets go of the list: rows that are sorted with it would each be as long as all of them.
WITH size(found) AS people, both, count(*) AS once
WITH people, both.person AS person, both.one AS one, both.other AS other
WITH people, person, one, other, CASE WHEN one.strength < other.strength THEN one.strength ELSE other.strength END AS least
ORDER BY least DESC, one.strength + other.strength DESC, person
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
MATCH (self:Author {uid: person})
USING INDEX SEEK self:Author(uid)
RETURN self.uid AS uid, self.name AS name, one.papers AS papers, one.strength AS strength, one.first_year AS first_year,
  one.last_year AS last_year, other.papers AS other_papers, other.strength AS other_strength, other.first_year AS other_first_year,
  other.last_year AS other_last_year, one.shared AS shared,
  CASE WHEN coalesce($limit, 0) = 0 OR $limit > people THEN 0 ELSE people - $limit END AS left_out
ORDER BY least DESC, one.strength + other.strength DESC, uid;
