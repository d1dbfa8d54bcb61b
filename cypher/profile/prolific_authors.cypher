// name: prolific_authors
// about: The people with most papers. All records of a person count together, and a paper once. `limit` 0 or null gives all.
// params: limit: count? = 10
// returns: uid: str, name: str, papers: int, first_year: int?, last_year: int?
// mode: read
MATCH (record:Author)-[:WROTE]->(paper)
WHERE coalesce(record.kind, 'person') = 'person'
WITH record.person AS person, count(DISTINCT paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
ORDER BY papers DESC, person
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
MATCH (self:Author {uid: person})
USING INDEX SEEK self:Author(uid)
RETURN self.uid AS uid, self.name AS name, papers, first_year, last_year
ORDER BY papers DESC, uid;
