// name: venue_counts
// about: Where papers appeared, most first; a paper once a venue. Of one person (a uid of any of their records), topic, institution or document, by uid; where several are named, all must hold.
//   A topic that was found in a paper's text counts from a score of `min_score` on, a given one always.
// params: author: author? = null, together: records = [], topic: topic_uid? = null, institution: str? = null, document: str? = null,
//   min_score: float = 0.3, limit: count? = 25
// returns: uid: str, name: str, kind: str?, papers: int, first_year: int?, last_year: int?
// mode: read
CALL () {
  WITH 1 AS one WHERE $author IS NOT NULL
  MATCH (me:Author)
  USING INDEX SEEK me:Author(uid)
  WHERE me.uid IN [$author] + $together
  MATCH (record:Author {person: me.person})-[:WROTE]->(paper)
  USING INDEX SEEK record:Author(person)
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $topic IS NOT NULL
  MATCH (topic:Topic {uid: $topic})<-[about:ABOUT]-(paper)
  USING INDEX SEEK topic:Topic(uid)
  WHERE about.origin = 'given' OR about.score >= $min_score
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $topic IS NULL AND $institution IS NOT NULL
  MATCH (named:Institution {uid: $institution})
  USING INDEX SEEK named:Institution(uid)
  MATCH (place:Institution {organisation: named.organisation})<-[:WRITTEN_AT]-(paper)
  USING INDEX SEEK place:Institution(organisation)
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $topic IS NULL AND $institution IS NULL AND $document IS NOT NULL
  MATCH (document:Document {uid: $document})-[:DESCRIBES]->(paper:Paper)
  USING INDEX SEEK document:Document(uid)
  RETURN DISTINCT paper
}
WITH paper WHERE ($topic IS NULL OR ($author IS NULL) OR EXISTS {
    (paper)-[about:ABOUT]->(:Topic {uid: $topic}) WHERE about.origin = 'given' OR about.score >= $min_score
  })
  AND ($institution IS NULL OR ($author IS NULL AND $topic IS NULL) OR EXISTS {
    MATCH (named:Institution {uid: $institution})
    MATCH (paper)-[:WRITTEN_AT]->(:Institution {organisation: named.organisation})
  })
  AND ($document IS NULL OR ($author IS NULL AND $topic IS NULL AND $institution IS NULL) OR EXISTS { (paper)<-[:DESCRIBES]-(:Document {uid: $document}) })
MATCH (paper)-[published:PUBLISHED_IN]->(venue)
WITH venue, paper, min(coalesce(published.year, paper.year)) AS year
RETURN venue.uid AS uid, venue.name AS name, venue.kind AS kind, count(paper) AS papers, min(year) AS first_year, max(year) AS last_year
ORDER BY papers DESC, name, uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
