// name: collaborator_changes
// about: Who came to write with a person, and who is gone: shared papers and Newman's strength (as in close_collaborators) in the years before
//   `turn` and from it on. `change` is "new" for who wrote with them from `turn` on only, "gone" for who did before only, "kept" for
//   both; the new ones come first, then the gone, then the kept, the closest of each first (of the kept, those of whom most changed by what a
//   paper of each span has of them). `of_earlier` and `of_later` are the person's papers in each span; without `turn` it is their
//   median year (the year after, where none is older), and where one span has no paper nothing changed. `truncated` counts shared papers of which the author
//   list is not whole. `undated` says how many of the person's papers have no year and are left out, `left_out` how many more people there are, both
//   the same on every row.
// params: author: author, together: records = [], since: int? = null, turn: int? = null, until: int? = null,
//   change: str(new|gone|kept|all) = "all", min_shared: count = 1, limit: count? = null
// returns: uid: str, name: str, change: str, papers: int, strength: float, turn: int, earlier: int, of_earlier: int,
//   earlier_strength: float, later: int, of_later: int, later_strength: float, first_year: int, last_year: int, truncated: int,
//   undated: int, left_out: int
// mode: read
MATCH (me:Author {uid: $author})
USING INDEX SEEK me:Author(uid)
WITH me, COLLECT {
  MATCH (asked:Author) USING INDEX SEEK asked:Author(uid) WHERE asked.uid IN [$author] + $together RETURN DISTINCT asked.person
} AS persons
MATCH (record:Author)-[mine:WROTE]->(paper)
USING INDEX SEEK record:Author(person)
WHERE record.person IN persons AND coalesce(mine.role, 'author') = 'author'
WITH DISTINCT persons, paper
WITH persons, collect(CASE WHEN ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until) THEN paper END) AS dated,
  count(CASE WHEN paper.year IS NULL THEN 1 END) AS undated
WITH persons, [paper IN dated WHERE paper.year IS NOT NULL] AS dated, undated
CALL (dated) {
  UNWIND dated AS paper
  WITH min(paper.year) AS oldest, percentileDisc(paper.year, 0.5) AS middle
  RETURN coalesce($turn, CASE WHEN oldest < middle THEN middle ELSE middle + 1 END) AS turn
}
WITH persons, dated, undated, turn, size([paper IN dated WHERE paper.year < turn]) AS of_earlier, size([paper IN dated WHERE paper.year >= turn]) AS of_later
WHERE of_earlier > 0 AND of_later > 0
UNWIND dated AS paper
WITH persons, undated, turn, of_earlier, of_later, paper
CALL (persons, paper) {
  MATCH (paper)<-[theirs:WROTE]-(other)
  WHERE NOT other.person IN persons AND coalesce(other.kind, 'person') = 'person' AND coalesce(theirs.role, 'author') = 'author'
  RETURN collect(DISTINCT other.person) AS others
}
UNWIND others AS person
WITH undated, turn, of_earlier, of_later, person, count(*) AS papers, sum(1.0 / size(others)) AS strength,
  count(CASE WHEN paper.year < turn THEN 1 END) AS earlier, sum(CASE WHEN paper.year < turn THEN 1.0 / size(others) ELSE 0.0 END) AS earlier_strength,
  count(CASE WHEN paper.year >= turn THEN 1 END) AS later, sum(CASE WHEN paper.year >= turn THEN 1.0 / size(others) ELSE 0.0 END) AS later_strength,
  min(paper.year) AS first_year, max(paper.year) AS last_year,
  count(CASE WHEN NOT coalesce(paper.authors_complete, true) THEN 1 END) AS truncated
WHERE papers >= $min_shared
WITH *, CASE WHEN earlier = 0 THEN 'new' WHEN later = 0 THEN 'gone' ELSE 'kept' END AS change
WHERE $change = 'all' OR change = $change
WITH *, abs(later_strength / of_later - earlier_strength / of_earlier) AS much
WITH turn, undated, of_earlier, of_later, collect({
  person: person, change: change, papers: papers, strength: round(strength, 6), earlier: earlier, earlier_strength: round(earlier_strength, 6),
  later: later, later_strength: round(later_strength, 6), first_year: first_year, last_year: last_year, truncated: truncated,
  place: CASE change WHEN 'new' THEN 0 WHEN 'gone' THEN 1 ELSE 2 END, much: round(CASE change WHEN 'kept' THEN much ELSE strength END, 6)
}) AS found
UNWIND found AS one
// The count lets go of the list: rows that are sorted with it would each be as long as all of them.
WITH turn, undated, of_earlier, of_later, size(found) AS people, one, count(*) AS once
ORDER BY one.place, one.much DESC, one.papers DESC, one.person
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
MATCH (self:Author {uid: one.person})
USING INDEX SEEK self:Author(uid)
RETURN self.uid AS uid, self.name AS name, one.change AS change, one.papers AS papers, one.strength AS strength, turn,
  one.earlier AS earlier, of_earlier, one.earlier_strength AS earlier_strength, one.later AS later, of_later,
  one.later_strength AS later_strength, one.first_year AS first_year, one.last_year AS last_year, one.truncated AS truncated, undated,
  CASE WHEN coalesce($limit, 0) = 0 OR $limit > people THEN 0 ELSE people - $limit END AS left_out
ORDER BY one.place, one.much DESC, papers DESC, uid;
