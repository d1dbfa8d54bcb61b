// name: institution_nodes
// about: The institutions of a network, those with most papers first. Only the papers of a person, of a venue (its name in
//   any case, or uid), about a topic (its label in any case, or uid), from a year on or up to one, where these are given;
//   all of them must hold.
//   A topic found in a text counts from a score of `min_score` on, a given one always.
// params: author: author? = null, together: records = [], venue: venue? = null, topic: topic? = null, since: int? = null,
//   until: int? = null, min_score: float = 0.3, limit: count? = null
// returns: uid: str, name: str, papers: int, first_year: int?, last_year: int?
// mode: read
// internal: yes
CALL () {
  // The papers that count: of the person, of the venue, about the topic, or all.
  WITH 1 AS one WHERE $author IS NOT NULL
  MATCH (me:Author)
  USING INDEX SEEK me:Author(uid)
  WHERE me.uid IN [$author] + $together
  MATCH (mine:Author {person: me.person})-[:WROTE]->(paper)
  USING INDEX SEEK mine:Author(person)
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $venue IS NOT NULL
  MATCH (venue:Venue)<-[:PUBLISHED_IN]-(paper)
  USING SCAN venue:Venue
  WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $venue IS NULL AND $topic IS NOT NULL
  MATCH (topic:Topic)<-[about:ABOUT]-(paper)
  USING SCAN topic:Topic
  WHERE (about.origin = 'given' OR about.score >= $min_score) AND toLower($topic) IN [name IN [topic.label, topic.uid] + coalesce(topic.spellings, []) | toLower(name)]
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $venue IS NULL AND $topic IS NULL
  MATCH (paper:Paper)
  RETURN paper
}
WITH paper
WHERE ($author IS NULL OR $venue IS NULL
    OR EXISTS { (paper)-[:PUBLISHED_IN]->(venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)] })
  AND ($topic IS NULL OR $author IS NULL AND $venue IS NULL
    OR EXISTS {
      (paper)-[about:ABOUT]->(topic)
      WHERE (about.origin = 'given' OR about.score >= $min_score)
        AND toLower($topic) IN [name IN [topic.label, topic.uid] + coalesce(topic.spellings, []) | toLower(name)]
    })
  AND ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
MATCH (paper)<-[wrote:WROTE]-(:Author)
UNWIND wrote.institutions AS named
MATCH (record:Institution {uid: named})
USING INDEX SEEK record:Institution(uid)
WITH record.organisation AS uid, count(DISTINCT paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
MATCH (place:Institution {uid: uid})
WITH uid, place.name AS name, papers, first_year, last_year
RETURN uid, name, papers, first_year, last_year
ORDER BY papers DESC, uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
