// name: papers_by_year
// about: How many papers there are in each year, the earliest first; those of unknown year last. Of one person (a uid of any of their records), topic, institution, venue or document, by uid, or country, by its
//   code of ISO 3166; where several are named, all must hold; where none is, of the
//   whole graph.
//   A topic that was found in a paper's text counts from a score of `min_score` on, a given one always.
// params: author: author? = null, together: records = [], topic: topic_uid? = null, institution: str? = null, venue: str? = null,
//   document: str? = null, country: country? = null, min_score: float = 0.3
// returns: year: int?, papers: int
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
  WITH 1 AS one WHERE $author IS NULL AND $topic IS NULL AND $institution IS NULL AND $venue IS NOT NULL
  MATCH (venue:Venue {uid: $venue})<-[:PUBLISHED_IN]-(paper)
  USING INDEX SEEK venue:Venue(uid)
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $topic IS NULL AND $institution IS NULL AND $venue IS NULL AND $document IS NOT NULL
  MATCH (document:Document {uid: $document})-[:DESCRIBES]->(paper:Paper)
  USING INDEX SEEK document:Document(uid)
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $topic IS NULL AND $institution IS NULL AND $venue IS NULL AND $document IS NULL
    AND $country IS NOT NULL
  MATCH (place:Institution {country: toUpper($country)})<-[:WRITTEN_AT]-(paper)
  USING INDEX SEEK place:Institution(country)
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $topic IS NULL AND $institution IS NULL AND $venue IS NULL AND $document IS NULL
    AND $country IS NULL
  MATCH (paper:Paper)
  RETURN paper
}
WITH paper WHERE ($topic IS NULL OR ($author IS NULL) OR EXISTS {
    (paper)-[about:ABOUT]->(:Topic {uid: $topic}) WHERE about.origin = 'given' OR about.score >= $min_score
  })
  AND ($institution IS NULL OR ($author IS NULL AND $topic IS NULL) OR EXISTS {
    MATCH (named:Institution {uid: $institution})
    MATCH (paper)-[:WRITTEN_AT]->(:Institution {organisation: named.organisation})
  })
  AND ($venue IS NULL OR ($author IS NULL AND $topic IS NULL AND $institution IS NULL) OR EXISTS { (paper)-[:PUBLISHED_IN]->(:Venue {uid: $venue}) })
  AND ($document IS NULL OR ($author IS NULL AND $topic IS NULL AND $institution IS NULL AND $venue IS NULL) OR EXISTS { (paper)<-[:DESCRIBES]-(:Document {uid: $document}) })
  AND ($country IS NULL OR ($author IS NULL AND $topic IS NULL AND $institution IS NULL AND $venue IS NULL AND $document IS NULL) OR EXISTS {
    (paper)-[:WRITTEN_AT]->(:Institution {country: toUpper($country)})
  })
RETURN paper.year AS year, count(paper) AS papers
ORDER BY year;
