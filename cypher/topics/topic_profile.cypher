// name: topic_profile
// about: One topic on one row: its papers (those of which a document gives it, and those in whose texts it was found with a score of
//   `min_score` at least), years, and the topics right above and below it, {uid, label, scheme}. `spellings` are others in these texts,
//   of keywords, and abbreviations; `schemes` all that it is of: a keyword that texts use is of phrase too; `ids` the terms of vocabularies that it is called like ("cso:…", "openalex:…"). `above` are all topics above it,
//   {uid, label, scheme, steps}, the nearest first.
// params: topic: topic_uid, min_score: float = 0.3
// returns: uid: str, label: str, scheme: str, schemes: list, code: str?, spellings: list, papers: int, given: int, derived: int, first_year: int?, last_year: int?,
//   broader: list, narrower: list, ids: list, above: list
// mode: read
MATCH (topic:Topic {uid: $topic})
USING INDEX SEEK topic:Topic(uid)
CALL (topic) {
  OPTIONAL MATCH (topic)<-[about:ABOUT]-(paper)
  WHERE about.origin = 'given' OR about.score >= $min_score
  WITH paper, collect(about.origin) AS origins
  RETURN count(paper) AS papers, count(CASE WHEN 'given' IN origins THEN 1 END) AS given,
    count(CASE WHEN 'derived' IN origins THEN 1 END) AS derived, min(paper.year) AS first_year, max(paper.year) AS last_year
}
RETURN topic.uid AS uid, topic.label AS label, topic.scheme AS scheme, [topic.scheme] + coalesce(topic.schemes, []) AS schemes, topic.code AS code,
  coalesce(topic.spellings, []) AS spellings, papers, given, derived, first_year, last_year,
  COLLECT {
    MATCH (topic)-[:BROADER]->(other) WITH DISTINCT other ORDER BY other.label, other.uid
    RETURN {uid: other.uid, label: other.label, scheme: other.scheme}
  } AS broader,
  COLLECT {
    MATCH (topic)<-[:BROADER]-(other) WITH DISTINCT other ORDER BY other.label, other.uid
    RETURN {uid: other.uid, label: other.label, scheme: other.scheme}
  } AS narrower,
  coalesce(topic.ids, []) AS ids,
  COLLECT {
    MATCH path = (topic)-[:BROADER*1..]->(other)
    WITH other, min(length(path)) AS steps ORDER BY steps, other.label, other.uid
    RETURN {uid: other.uid, label: other.label, scheme: other.scheme, steps: steps}
  } AS above;
