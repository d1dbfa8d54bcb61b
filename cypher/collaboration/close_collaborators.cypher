// name: close_collaborators
// about: People who wrote with this person, closest first. `strength` is Newman's (Phys. Rev. E 64, 016132, 2001): a paper of
//   n people adds 1/(n-1) for each pair of them. Where an author list is truncated or unknown, n counts the people that are
//   known, so the paper may add too much: `truncated` says how many of the shared papers are such. Editors and organisations
//   do not count. `records` are the author records behind the person, as far as they stand on shared papers. `limit` 0 or
//   null gives all.
// params: author: author, together: records = [], min_shared: count = 1, since: int? = null, limit: count? = null
// returns: uid: str, name: str, papers: int, strength: float, first_year: int?, last_year: int?, truncated: int, records:
//   list
// mode: read
MATCH (me:Author {uid: $author})
USING INDEX SEEK me:Author(uid)
WITH me, COLLECT {
  MATCH (asked:Author) USING INDEX SEEK asked:Author(uid) WHERE asked.uid IN [$author] + $together RETURN DISTINCT asked.person
} AS persons
MATCH (record:Author)-[mine:WROTE]->(paper)
USING INDEX SEEK record:Author(person)
WHERE record.person IN persons AND coalesce(mine.role, 'author') = 'author' AND ($since IS NULL OR paper.year >= $since)
WITH DISTINCT persons, paper
MATCH (paper)<-[theirs:WROTE]-(other)
WHERE NOT other.person IN persons AND coalesce(other.kind, 'person') = 'person' AND coalesce(theirs.role, 'author') = 'author'
WITH paper, other.person AS person, collect(other.uid) AS uids
WITH paper, collect({person: person, uids: uids}) AS others
UNWIND others AS other
WITH other.person AS person, count(paper) AS papers, sum(1.0 / size(others)) AS strength, min(paper.year) AS first_year,
  max(paper.year) AS last_year, count(CASE WHEN NOT coalesce(paper.authors_complete, true) THEN 1 END) AS truncated,
  collect(other.uids) AS uids
WHERE papers >= $min_shared
MATCH (self:Author {uid: person})
USING INDEX SEEK self:Author(uid)
WITH self, papers, round(strength, 6) AS strength, first_year, last_year, truncated, uids
ORDER BY strength DESC, papers DESC, self.name, self.uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
RETURN self.uid AS uid, self.name AS name, papers, strength, first_year, last_year, truncated,
  COLLECT { UNWIND uids AS some UNWIND some AS uid WITH collect(DISTINCT uid) AS known UNWIND known AS uid
    RETURN uid ORDER BY uid } AS records
ORDER BY strength DESC, papers DESC, name, uid;
