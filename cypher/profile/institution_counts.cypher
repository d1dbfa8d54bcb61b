// name: institution_counts
// about: The institutions that authors name on papers, most papers first, with how many people name them; all
//   records of an organisation together, by the one that stands for it. Of one person (a uid of any of their records), topic, venue or document, by uid; where several are named, all must hold.
//   Of a person only their own count.
//   A topic that was found in a paper's text counts from a score of `min_score` on, a given one always.
// params: author: author? = null, together: records = [], topic: topic_uid? = null, venue: str? = null, document: str? = null,
//   min_score: float = 0.3, limit: count? = 25
// returns: uid: str, name: str, ror: str?, country: str?, papers: int, people: int, first_year: int?, last_year: int?
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
  WITH 1 AS one WHERE $author IS NULL AND $topic IS NULL AND $venue IS NOT NULL
  MATCH (venue:Venue {uid: $venue})<-[:PUBLISHED_IN]-(paper)
  USING INDEX SEEK venue:Venue(uid)
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $topic IS NULL AND $venue IS NULL AND $document IS NOT NULL
  MATCH (document:Document {uid: $document})-[:DESCRIBES]->(paper:Paper)
  USING INDEX SEEK document:Document(uid)
  RETURN DISTINCT paper
}
WITH paper WHERE ($topic IS NULL OR ($author IS NULL) OR EXISTS {
    (paper)-[about:ABOUT]->(:Topic {uid: $topic}) WHERE about.origin = 'given' OR about.score >= $min_score
  })
  AND ($venue IS NULL OR ($author IS NULL AND $topic IS NULL) OR EXISTS { (paper)-[:PUBLISHED_IN]->(:Venue {uid: $venue}) })
  AND ($document IS NULL OR ($author IS NULL AND $topic IS NULL AND $venue IS NULL) OR EXISTS { (paper)<-[:DESCRIBES]-(:Document {uid: $document}) })
MATCH (paper)<-[slot:WROTE]-(author)
WHERE $author IS NULL OR author.person IN COLLECT { MATCH (me:Author) WHERE me.uid IN [$author] + $together RETURN me.person }
UNWIND slot.institutions AS place
MATCH (named:Institution {uid: place})
USING INDEX SEEK named:Institution(uid)
WITH named.organisation AS uid, count(DISTINCT paper) AS papers, count(DISTINCT CASE WHEN $author IS NULL THEN author.person ELSE $author END) AS people,
  min(paper.year) AS first_year, max(paper.year) AS last_year
MATCH (institution:Institution {uid: uid})
USING INDEX SEEK institution:Institution(uid)
RETURN institution.uid AS uid, institution.name AS name, institution.ror AS ror, institution.country AS country, papers, people, first_year, last_year
ORDER BY papers DESC, name, uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
