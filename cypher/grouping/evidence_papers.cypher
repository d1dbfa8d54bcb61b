// name: evidence_papers
// about: Papers, in the order of their uids, with what identity evidence is drawn from: lists of uid, ids, year, slots, venues, topics,
//   title and venue. Slots are lists of the record's uid, the position, the printed name, the telling words of the affiliations,
//   whether somebody decided that the slot is rightly the record's, and (with `records`) the authorship's element id; the venues are
//   those other than preprint servers, the venue is the name of one of them. `records` gives the papers of these author records
//   only. `after` and `limit` take a part: the papers whose uids come after that one.
// params: records: list? = null, after: str = "", limit: count = 5000
// returns: papers: list
// mode: read
// internal: yes
CALL () {
  WITH $records AS records WHERE records IS NULL
  MATCH (paper:Paper)
  WHERE paper.uid > $after
  RETURN paper ORDER BY paper.uid LIMIT $limit
  UNION
  UNWIND $records AS uid
  MATCH (record:Author {uid: uid})-[:WROTE]->(paper)
  WHERE paper.uid > $after
  WITH DISTINCT paper ORDER BY paper.uid LIMIT $limit
  RETURN paper
}
WITH paper ORDER BY paper.uid
RETURN collect([paper.uid, coalesce(paper.ids, []), paper.year,
  COLLECT {
    MATCH (paper)<-[slot:WROTE]-(record)
    RETURN [record.uid, slot.position, slot.name, slot.words, coalesce(slot.kept, false),
      CASE WHEN $records IS NOT NULL THEN elementId(slot) END]
    ORDER BY coalesce(slot.position, 2147483647), record.uid, coalesce(slot.name, ''), coalesce(slot.affiliation, '')
  },
  COLLECT { MATCH (paper)-[:PUBLISHED_IN]->(venue) WHERE coalesce(venue.kind, 'other') <> 'preprint' RETURN DISTINCT venue.uid },
  COLLECT { MATCH (paper)-[found:ABOUT|MENTIONS]->(topic) WHERE topic:Phrase OR found.origin = 'given' RETURN topic.uid },
  coalesce(paper.title, paper.caption),
  head(COLLECT {
    MATCH (paper)-[:PUBLISHED_IN]->(venue) WHERE coalesce(venue.kind, 'other') <> 'preprint' RETURN venue.name ORDER BY venue.uid
  })]) AS papers;
