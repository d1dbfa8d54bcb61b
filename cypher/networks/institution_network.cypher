// name: institution_network
// about: Which institutions work together: a row for each two institutions of people on one paper, by the uids
//   of the records that stand for them, the smaller first. Only the papers of a person, of a venue (its name in any case, or uid), about a topic (its label in any
//   case, or uid), from a year on or up to one, where these are given; all of them must hold. `weight` is how many papers
//   they share; of a paper from n institutions 1/(n-1) adds to the `strength` of each pair. A paper of more than
//   `max_authors` people (0: of any number) ties nobody. `among` are the uids of those between whom ties are wanted, null
//   for all.
//   A topic found in a text counts from a score of `min_score` on, a given one always.
// params: author: author? = null, together: records = [], venue: venue? = null, topic: topic? = null, since: int? = null,
//   until: int? = null, min_score: float = 0.3, max_authors: count? = 25, min_weight: count = 1, among: list? = null
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
MATCH (paper)<-[wrote:WROTE]-(record:Author)
WITH paper, count(DISTINCT CASE coalesce(record.kind, 'person') WHEN 'person'
    THEN CASE WHEN record.person IN others THEN self ELSE record.person END END) AS people,
  collect(wrote.institutions) AS lists
WHERE people <= CASE coalesce($max_authors, 0) WHEN 0 THEN people ELSE $max_authors END
WITH paper, COLLECT {
  UNWIND lists AS list
  UNWIND list AS uid
  MATCH (record:Institution {uid: uid})
  USING INDEX SEEK record:Institution(uid)
  RETURN DISTINCT record.organisation
} AS places
WHERE size(places) > 1
WITH paper.year AS year, 1.0 / (size(places) - 1) AS share, [one IN places WHERE $among IS NULL OR one IN $among] AS found
UNWIND found AS source
UNWIND found AS target
WITH year, share, source, target
WHERE source < target
WITH source, target, count(*) AS weight, round(sum(share), 6) AS strength, min(year) AS first_year, max(year) AS last_year
WHERE weight >= $min_weight
RETURN source, target, weight, strength, first_year, last_year
ORDER BY weight DESC, strength DESC, source, target;
