// name: venue_network
// about: Which venues share their people: a row for each two venues in which the same people published, by their uids, the
//   smaller first. Only the papers of a person, of a venue (its name in any case, or uid), about a topic (its label in any
//   case, or uid), from a year on or up to one, where these are given; all of them must hold. `weight` is how many people
//   have papers in both; of a person with papers in n venues 1/(n-1) adds to the `strength` of each pair. Organisations do
//   not count. The years are null: a tie is of no year. `among` are the uids of those between whom ties are wanted, null for
//   all.
//   A topic found in a text counts from a score of `min_score` on, a given one always.
// params: author: author? = null, together: records = [], venue: venue? = null, topic: topic? = null, since: int? = null,
//   until: int? = null, min_score: float = 0.3, min_weight: count = 1, among: list? = null
// returns: source: str, target: str, weight: int, strength: float, first_year: int?, last_year: int?
// mode: read
WITH COLLECT { MATCH (also:Author) USING INDEX SEEK also:Author(uid) WHERE also.uid IN $together RETURN DISTINCT also.person }
    AS others,
  COLLECT { MATCH (me:Author {uid: $author}) USING INDEX SEEK me:Author(uid) RETURN me.person }[0] AS self
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
WITH others, self, paper
WHERE ($author IS NULL OR $venue IS NULL
    OR EXISTS { (paper)-[:PUBLISHED_IN]->(venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)] })
  AND ($topic IS NULL OR $author IS NULL AND $venue IS NULL
    OR EXISTS {
      (paper)-[about:ABOUT]->(topic)
      WHERE (about.origin = 'given' OR about.score >= $min_score)
        AND toLower($topic) IN [name IN [topic.label, topic.uid] + coalesce(topic.spellings, []) | toLower(name)]
    })
  AND ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
MATCH (paper)<-[:WROTE]-(record:Author)
WHERE coalesce(record.kind, 'person') = 'person'
WITH DISTINCT paper, CASE WHEN record.person IN others THEN self ELSE record.person END AS person
MATCH (paper)-[:PUBLISHED_IN]->(place:Venue)
WITH person, collect(DISTINCT place.uid) AS places
WHERE size(places) > 1
WITH null AS year, 1.0 / (size(places) - 1) AS share, [one IN places WHERE $among IS NULL OR one IN $among] AS found
UNWIND found AS source
UNWIND found AS target
WITH year, share, source, target
WHERE source < target
WITH source, target, count(*) AS weight, round(sum(share), 6) AS strength, min(year) AS first_year, max(year) AS last_year
WHERE weight >= $min_weight
RETURN source, target, weight, strength, first_year, last_year
ORDER BY weight DESC, strength DESC, source, target;
