// name: papers_of
// about: Papers with all that a list shows of them, newest first. Of one person (a uid of any of their records), topic, institution, venue or document, by uid, or country, by its
//   code of ISO 3166; where several are named, all must hold.
//   `year` takes those of one year; `skip` leaves out so many first ones. `title` is the beginning of the abstract where no document gives
//   a title (`titled` is false then). `authors` are the first `most_authors` of the author list as {uid, name}, `author_count` is how many
//   there are, `authors_complete` whether the documents know all; `venues` are {uid, name, year}.
//   A topic that was found in a paper's text counts from a score of `min_score` on, a given one always.
// params: author: author? = null, together: records = [], topic: topic_uid? = null, institution: str? = null, venue: str? = null,
//   document: str? = null, country: country? = null, year: int? = null, skip: count = 0, min_score: float = 0.3, limit: count? = 100, most_authors:
//   count = 12
// returns: uid: str, year: int?, title: str?, titled: bool, kind: str?, venues: list, authors: list, author_count: int,
//   authors_complete: bool, retracted: bool, abstract: str?, ids: list
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
WITH paper WHERE $year IS NULL OR paper.year = $year
WITH paper ORDER BY coalesce(paper.year, -1) DESC, coalesce(paper.title, paper.caption), paper.uid
SKIP $skip LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
RETURN paper.uid AS uid, paper.year AS year, coalesce(paper.title, paper.caption) AS title, paper.title IS NOT NULL AS titled,
  paper.kind AS kind,
  COLLECT {
    MATCH (paper)-[published:PUBLISHED_IN]->(venue)
    WITH venue, min(published.year) AS year ORDER BY year, venue.name, venue.uid
    RETURN {uid: venue.uid, name: venue.name, year: year}
  } AS venues,
  COLLECT {
    MATCH (paper)<-[slot:WROTE]-(author)
    WITH slot, author ORDER BY coalesce(slot.position, 2147483647), author.name, author.uid LIMIT $most_authors
    RETURN {uid: author.uid, name: coalesce(slot.name, author.name)}
  } AS authors,
  COUNT { (paper)<-[:WROTE]-() } AS author_count,
  coalesce(paper.authors_complete, true) AS authors_complete, coalesce(paper.retracted, false) AS retracted,
  paper.abstract AS abstract, coalesce(paper.ids, []) AS ids
ORDER BY coalesce(year, -1) DESC, title, uid;
