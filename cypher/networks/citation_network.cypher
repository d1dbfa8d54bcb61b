// name: citation_network
// about: Which papers cite which: a row for each, from the citing paper's uid to the cited one's. Only the papers of a
//   person, of a venue (its name in any case, or uid), about a topic (its label in any case, or uid), from a year on or up
//   to one, where these are given; all of them must hold. Both papers must be such. `weight` and `strength` are 1, the years
//   those of the citing paper. `among` are the uids of those between whom ties are wanted, null for all.
//   A topic found in a text counts from a score of `min_score` on, a given one always.
// params: author: author? = null, together: records = [], venue: venue? = null, topic: topic? = null, since: int? = null,
//   until: int? = null, min_score: float = 0.3, among: list? = null
// returns: source: str, target: str, weight: int, strength: float, first_year: int?, last_year: int?
// mode: read
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
CALL (paper) {
  MATCH (paper)-[:CITES]->(cited:Paper)
  RETURN cited
}
WITH paper, cited
WHERE ($since IS NULL OR cited.year >= $since) AND ($until IS NULL OR cited.year <= $until)
  AND ($author IS NULL OR EXISTS { (cited)<-[:WROTE]-(theirs)
    WHERE theirs.person IN COLLECT { MATCH (me:Author) WHERE me.uid IN [$author] + $together RETURN me.person } })
  AND ($venue IS NULL
    OR EXISTS { (cited)-[:PUBLISHED_IN]->(venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)] })
  AND ($topic IS NULL
    OR EXISTS {
      (cited)-[about:ABOUT]->(topic)
      WHERE (about.origin = 'given' OR about.score >= $min_score)
        AND toLower($topic) IN [name IN [topic.label, topic.uid] + coalesce(topic.spellings, []) | toLower(name)]
    })
  AND ($among IS NULL OR (paper.uid IN $among AND cited.uid IN $among))
RETURN paper.uid AS source, cited.uid AS target, 1 AS weight, 1.0 AS strength, paper.year AS first_year, paper.year AS last_year
ORDER BY source, target;
