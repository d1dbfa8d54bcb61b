// name: topic_counts_by_author
// about: How many papers a person has on each topic; of everybody where no author is named. A paper counts once for a person,
//   whatever the number of their records. `origin` as in topic_counts.
// params: author: str? = null, origin: str(given|derived|both) = "both", scheme: str? = null, limit: int? = null
// returns: uid: str, name: str, topic: str, label: str, scheme: str, papers: int, first_year: int?, last_year: int?
// mode: read
MATCH (me:Author)
// A range in the index holds one author or all of them, and neither needs a scan.
WHERE me.uid >= coalesce($author, '') AND me.uid <= coalesce($author, '\uffff')
WITH DISTINCT me.person AS person
MATCH (self:Author {uid: person})
USING INDEX SEEK self:Author(uid)
MATCH (record:Author {person: person})-[:WROTE]->(paper)-[about:ABOUT]->(topic)
USING INDEX SEEK record:Author(person)
WHERE ($origin = 'both' OR about.origin = $origin) AND ($scheme IS NULL OR topic.scheme = $scheme)
RETURN self.uid AS uid, self.name AS name, topic.uid AS topic, topic.label AS label, topic.scheme AS scheme,
  count(DISTINCT paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
ORDER BY papers DESC, name, uid, label, topic
LIMIT CASE WHEN coalesce($limit, 0) > 0 THEN $limit ELSE 9223372036854775807 END;
