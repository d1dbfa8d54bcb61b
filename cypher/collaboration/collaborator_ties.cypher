// name: collaborator_ties
// about: A person, the closest people who wrote with them (at most `people`), and the ties between all of these: how many papers each two
//   share, Newman's strength as in close_collaborators, and the years. The person's own ties count every paper; between the others only
//   papers of at most `most_authors` authors count, since a paper of thousands ties everybody to everybody. `left_out`, the same on every
//   row, is how many more people wrote with the person. The person's own ties come first (`source` is the person), closest first.
// params: author: author, together: records = [], people: count = 60, most_authors: count = 25
// returns: source: str, source_name: str, target: str, target_name: str, papers: int, strength: float, first_year: int?, last_year: int?,
//   left_out: int
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
  WITH paper, collect(DISTINCT other.person) AS others
  UNWIND others AS person
  WITH person, count(paper) AS papers, round(sum(1.0 / size(others)), 6) AS strength, min(paper.year) AS first_year,
    max(paper.year) AS last_year
  ORDER BY strength DESC, papers DESC, person
  WITH collect({person: person, papers: papers, strength: strength, first_year: first_year, last_year: last_year}) AS known
  RETURN known[..$people] AS closest, size(known) - size(known[..$people]) AS left_out
}
CALL (me, closest) {
  UNWIND closest AS one
  RETURN me.person AS source, one.person AS target, one.papers AS papers, one.strength AS strength, one.first_year AS first_year,
    one.last_year AS last_year, 0 AS part
  UNION ALL
  UNWIND closest AS one
  MATCH (record:Author {person: one.person})-[slot:WROTE]->(paper)
  USING INDEX SEEK record:Author(person)
  WHERE coalesce(slot.role, 'author') = 'author'
  WITH paper, collect(DISTINCT one.person) AS here
  WHERE size(here) > 1
  CALL (paper) {
    MATCH (paper)<-[slot:WROTE]-(author)
    WHERE coalesce(author.kind, 'person') = 'person' AND coalesce(slot.role, 'author') = 'author'
    RETURN count(DISTINCT author.person) AS writers
  }
  WITH paper, here, writers WHERE writers <= $most_authors
  UNWIND here AS source
  UNWIND here AS target
  WITH source, target, paper, writers WHERE source < target
  RETURN source, target, count(paper) AS papers, round(sum(1.0 / (writers - 1)), 6) AS strength, min(paper.year) AS first_year,
    max(paper.year) AS last_year, 1 AS part
}
MATCH (from:Author {uid: source})
USING INDEX SEEK from:Author(uid)
MATCH (to:Author {uid: target})
USING INDEX SEEK to:Author(uid)
RETURN source, from.name AS source_name, target, to.name AS target_name, papers, strength, first_year, last_year, left_out
ORDER BY part, strength DESC, papers DESC, source, target;
