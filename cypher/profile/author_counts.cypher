// name: author_counts
// about: Who wrote papers, most first; all records of a person count together, and a paper once. Of one topic, institution, venue or document, by uid; where several are named, all must hold.
//   Of an institution only those count who name it on the paper; organisations do not.
//   A topic that was found in a paper's text counts from a score of `min_score` on, a given one always.
// params: topic: topic_uid? = null, institution: str? = null, venue: str? = null, document: str? = null, min_score: float = 0.3, limit: count? = 25
// returns: uid: str, name: str, papers: int, first_year: int?, last_year: int?
// mode: read
WITH COLLECT {
  MATCH (named:Institution {uid: $institution})
  USING INDEX SEEK named:Institution(uid)
  MATCH (place:Institution {organisation: named.organisation})
  RETURN place.uid
} AS places
CALL () {
  WITH 1 AS one WHERE $topic IS NOT NULL
  MATCH (topic:Topic {uid: $topic})<-[about:ABOUT]-(paper)
  USING INDEX SEEK topic:Topic(uid)
  WHERE about.origin = 'given' OR about.score >= $min_score
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $topic IS NULL AND $institution IS NOT NULL
  MATCH (named:Institution {uid: $institution})
  USING INDEX SEEK named:Institution(uid)
  MATCH (place:Institution {organisation: named.organisation})<-[:WRITTEN_AT]-(paper)
  USING INDEX SEEK place:Institution(organisation)
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $topic IS NULL AND $institution IS NULL AND $venue IS NOT NULL
  MATCH (venue:Venue {uid: $venue})<-[:PUBLISHED_IN]-(paper)
  USING INDEX SEEK venue:Venue(uid)
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $topic IS NULL AND $institution IS NULL AND $venue IS NULL AND $document IS NOT NULL
  MATCH (document:Document {uid: $document})-[:DESCRIBES]->(paper:Paper)
  USING INDEX SEEK document:Document(uid)
  RETURN DISTINCT paper
}
WITH places, paper WHERE ($institution IS NULL OR ($topic IS NULL) OR EXISTS {
    MATCH (named:Institution {uid: $institution})
    MATCH (paper)-[:WRITTEN_AT]->(:Institution {organisation: named.organisation})
  })
  AND ($venue IS NULL OR ($topic IS NULL AND $institution IS NULL) OR EXISTS { (paper)-[:PUBLISHED_IN]->(:Venue {uid: $venue}) })
  AND ($document IS NULL OR ($topic IS NULL AND $institution IS NULL AND $venue IS NULL) OR EXISTS { (paper)<-[:DESCRIBES]-(:Document {uid: $document}) })
MATCH (paper)<-[slot:WROTE]-(author)
WHERE coalesce(author.kind, 'person') = 'person' AND ($institution IS NULL OR any(uid IN slot.institutions WHERE uid IN places))
WITH author.person AS person, count(DISTINCT paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
ORDER BY papers DESC, person
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
MATCH (self:Author {uid: person})
USING INDEX SEEK self:Author(uid)
RETURN self.uid AS uid, self.name AS name, papers, first_year, last_year
ORDER BY papers DESC, uid;
