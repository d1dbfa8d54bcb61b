// name: topic_coverage
// about: Of how many papers anything tells what they are about, on one row: what the shares of topic_counts are of. `with_abstract` and
//   `title_only` papers have a text, those `without_text` neither; `with_given` have a topic that a document states, `with_derived` one found
//   in their text with a score of `min_score` at least, `without_topic` neither. `of_papers` are those with an abstract or any topic,
//   of whatever score. Which papers count as in topic_counts.
// params: author: author? = null, together: records = [], venue: venue? = null, institution: institution? = null, since: int?
//   = null, until: int? = null, min_score: float = 0.3
// returns: papers: int, of_papers: int, with_abstract: int, title_only: int, without_text: int, with_given: int, with_derived: int,
//   without_topic: int
// mode: read
CALL () {
  // The papers that count: of the person, of the institution, of the venue, or all.
  WITH 1 AS one WHERE $author IS NOT NULL
  MATCH (me:Author)
  USING INDEX SEEK me:Author(uid)
  WHERE me.uid IN [$author] + $together
  MATCH (mine:Author {person: me.person})-[:WROTE]->(paper)
  USING INDEX SEEK mine:Author(person)
  WITH DISTINCT paper
  WHERE ($institution IS NULL OR EXISTS {
    MATCH (paper)-[:WRITTEN_AT]->(place:Institution)
    MATCH (named:Institution {organisation: place.organisation})
    WHERE toLower($institution) IN [toLower(named.name), toLower(named.uid)]
  }) AND ($venue IS NULL OR EXISTS {
    (paper)-[:PUBLISHED_IN]->(venue:Venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
  })
  RETURN paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $institution IS NOT NULL
  MATCH (named:Institution)
  USING SCAN named:Institution
  WHERE toLower($institution) IN [toLower(named.name), toLower(named.uid)]
  MATCH (place:Institution {organisation: named.organisation})<-[:WRITTEN_AT]-(paper)
  USING INDEX SEEK place:Institution(organisation)
  WITH DISTINCT paper
  WHERE ($venue IS NULL OR EXISTS {
    (paper)-[:PUBLISHED_IN]->(venue:Venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
  })
  RETURN paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $institution IS NULL AND $venue IS NOT NULL
  MATCH (venue:Venue)<-[:PUBLISHED_IN]-(paper)
  USING SCAN venue:Venue
  WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $institution IS NULL AND $venue IS NULL
  MATCH (paper:Paper)
  RETURN paper
}
WITH paper
WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
WITH paper.abstract IS NOT NULL AS abstract, paper.title IS NOT NULL AS title, EXISTS { (paper)-[:ABOUT]->() } AS told,
  EXISTS { (paper)-[:ABOUT {origin: 'given'}]->() } AS given,
  EXISTS { (paper)-[about:ABOUT {origin: 'derived'}]->() WHERE about.score >= $min_score } AS derived
RETURN count(*) AS papers, count(CASE WHEN told OR abstract THEN 1 END) AS of_papers,
  count(CASE WHEN abstract THEN 1 END) AS with_abstract, count(CASE WHEN title AND NOT abstract THEN 1 END) AS title_only,
  count(CASE WHEN NOT title AND NOT abstract THEN 1 END) AS without_text, count(CASE WHEN given THEN 1 END) AS with_given,
  count(CASE WHEN derived THEN 1 END) AS with_derived, count(CASE WHEN NOT given AND NOT derived THEN 1 END) AS without_topic;
