// name: author_profile
// about: One person on one row: all records that were decided to be this person, their papers, years, collaborators, where
//   and on what they publish, and the documents about them with what those declare (counts, trust, claim state). `truncated`
//   counts papers whose author list is not known in full, so that collaborators may be missing; `edited` the volumes and other works
//   that they edited (works without authors of their own), which count neither as papers nor as collaboration.
//   Of `top_topics` those found in texts count from a score of `min_score` on.
// params: author: author, together: records = [], min_score: float = 0.3
// returns: uid: str, person: str, name: str, kind: str, name_forms: list, records: list, orcid: str?, ids: list, papers: int,
//   truncated: int, edited: int, first_year: int?, last_year: int?, collaborators: int, top_venues: list, top_topics: list,
//   affiliations: list, documents: list
// mode: read
MATCH (me:Author {uid: $author})
USING INDEX SEEK me:Author(uid)
WITH me, COLLECT {
  MATCH (asked:Author) USING INDEX SEEK asked:Author(uid) WHERE asked.uid IN [$author] + $together RETURN DISTINCT asked.person
} AS persons
MATCH (self:Author {uid: me.person})
USING INDEX SEEK self:Author(uid)
CALL (persons) {
  MATCH (record:Author)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons
  WITH record, COUNT { MATCH (record)-[:WROTE]->(p) RETURN DISTINCT p } AS papers
  ORDER BY papers DESC, record.uid
  RETURN collect({uid: record.uid, name: record.name, papers: papers}) AS records,
    [orcid IN collect(record.orcid) | orcid][0] AS orcid
}
CALL (persons) {
  MATCH (record:Author)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons
  UNWIND coalesce(record.ids, []) AS id
  WITH DISTINCT id ORDER BY id
  RETURN collect(id) AS ids
}
CALL (persons) {
  MATCH (record:Author)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons
  UNWIND coalesce(record.name_forms, []) + [record.name] AS form
  WITH DISTINCT form ORDER BY form
  RETURN collect(form) AS name_forms
}
CALL (persons) {
  MATCH (record:Author)-[:WROTE]->(paper)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons
  WITH DISTINCT paper
  RETURN count(paper) AS papers, count(CASE WHEN NOT coalesce(paper.authors_complete, true) THEN 1 END) AS truncated,
    min(paper.year) AS first_year, max(paper.year) AS last_year
}
CALL (persons) {
  MATCH (record:Author)-[:EDITED]->(work)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons AND NOT EXISTS { (work)<-[:WROTE]-(:Author) }
  RETURN count(DISTINCT work) AS edited
}
CALL (persons) {
  MATCH (record:Author)-[mine:WROTE]->()<-[theirs:WROTE]-(other)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons AND NOT other.person IN persons AND coalesce(other.kind, 'person') = 'person'
    AND coalesce(mine.role, 'author') = 'author' AND coalesce(theirs.role, 'author') = 'author'
  RETURN count(DISTINCT other.person) AS collaborators
}
CALL (persons) {
  MATCH (record:Author)-[:WROTE]->(paper)-[:PUBLISHED_IN]->(venue)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons
  WITH venue, count(DISTINCT paper) AS times
  ORDER BY times DESC, venue.name, venue.uid LIMIT 5
  RETURN collect({uid: venue.uid, name: venue.name, kind: venue.kind, papers: times}) AS top_venues
}
CALL (persons) {
  MATCH (record:Author)-[:WROTE]->(paper)-[about:ABOUT]->(topic)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons AND (about.origin = 'given' OR about.score >= $min_score)
  WITH topic, count(DISTINCT paper) AS times, max(about.origin = 'given') AS given
  ORDER BY times DESC, given DESC, topic.label, topic.uid LIMIT 10
  RETURN collect({uid: topic.uid, label: topic.label, scheme: topic.scheme, papers: times}) AS top_topics
}
CALL (persons) {
  MATCH (record:Author)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons
  UNWIND COLLECT { MATCH (record)-[wrote:WROTE]->() WHERE wrote.affiliation IS NOT NULL RETURN wrote.affiliation }
    + COLLECT { MATCH (record)-[:AFFILIATED_WITH]->(institution) RETURN institution.name } AS affiliation
  WITH DISTINCT affiliation ORDER BY affiliation
  RETURN collect(affiliation) AS affiliations
}
CALL (persons) {
  MATCH (record:Author)<-[:DESCRIBES]-(document)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons
  WITH DISTINCT document ORDER BY document.location, document.uid
  RETURN collect(properties(document)) AS documents
}
RETURN me.uid AS uid, me.person AS person, self.name AS name, coalesce(self.kind, 'person') AS kind, name_forms, records, orcid, ids,
  papers, truncated, edited, first_year, last_year, collaborators, top_venues, top_topics, affiliations, documents;
