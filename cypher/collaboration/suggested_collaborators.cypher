// name: suggested_collaborators
// about: People with whom a person never wrote, but whose collaborators theirs are: at distance two. `score` is the measure of Adamic and
//   Adar (2003, Friends and neighbors on the Web) in its weighted form of Lü and Zhou (2010, Link prediction in weighted networks): of each common
//   collaborator the strengths of both ties (Newman's, where a paper of n people adds 1/(n-1) to each tie) by the logarithm of one more than the
//   strength of all of that collaborator's ties, so that who writes with few says more than who writes with everybody. Papers of more than
//   `most_authors` authors tie nobody, since they would tie everybody to everybody: `papers_left_out` of the person's are such. Ways lead through the
//   `people` closest collaborators; `people_left_out` more have none looked at. But whoever stands on any paper with the person, of any
//   year, however large, is none to suggest. `via` are the three common collaborators ({uid, name}) that add most, of `collaborators` in all; `topics`
//   ({uid, label, scheme}) up to five of both, by the papers of the one who has fewer on it, found ones from `min_score` on. `papers`, `first_year` and
//   `last_year` are the suggested person's own. `similar_name` marks whose name is like the person's, who may be nobody else (see
//   split_candidates). `left_out` is how many more suggestions there are. The three left_outs are the same on every row.
// params: author: author, together: records = [], since: int? = null, most_authors: count = 25, people: count = 200, min_score: float = 0.3,
//   limit: count? = 25
// returns: uid: str, name: str, score: float, collaborators: int, via: list, topics: list, papers: int, first_year: int?, last_year: int?,
//   similar_name: bool, papers_left_out: int, people_left_out: int, left_out: int
// mode: read
MATCH (me:Author {uid: $author})
USING INDEX SEEK me:Author(uid)
WITH COLLECT {
  MATCH (asked:Author) USING INDEX SEEK asked:Author(uid) WHERE asked.uid IN [$author] + $together RETURN DISTINCT asked.person
} AS persons
CALL (persons) {
  MATCH (record:Author)-[slot:WROTE]->(paper)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons AND coalesce(slot.role, 'author') = 'author' AND ($since IS NULL OR paper.year >= $since)
  WITH DISTINCT paper, COUNT { (paper)<-[:WROTE]-() } <= $most_authors AS small
  RETURN collect(CASE WHEN small THEN paper END) AS papers, count(CASE WHEN NOT small THEN 1 END) AS papers_left_out
}
CALL (persons, papers) {
  UNWIND papers AS paper
  CALL (persons, paper) {
    MATCH (paper)<-[slot:WROTE]-(one)
    WHERE NOT one.person IN persons AND coalesce(one.kind, 'person') = 'person' AND coalesce(slot.role, 'author') = 'author'
    RETURN collect(DISTINCT one.person) AS others
  }
  UNWIND others AS person
  WITH person, sum(1.0 / size(others)) AS strength
  ORDER BY strength DESC, person
  WITH collect({person: person, strength: strength}) AS known
  RETURN known[..$people] AS closest, size(known) - size(known[..$people]) AS people_left_out
}
CALL (persons, closest) {
  UNWIND closest AS via
  CALL (via) {
    MATCH (record:Author {person: via.person})-[slot:WROTE]->(paper)
    USING INDEX SEEK record:Author(person)
    WHERE coalesce(slot.role, 'author') = 'author' AND ($since IS NULL OR paper.year >= $since) AND COUNT { (paper)<-[:WROTE]-() } <= $most_authors
    WITH DISTINCT via, paper
    CALL (via, paper) {
      MATCH (paper)<-[slot:WROTE]-(one)
      WHERE one.person <> via.person AND coalesce(one.kind, 'person') = 'person' AND coalesce(slot.role, 'author') = 'author'
      RETURN collect(DISTINCT one.person) AS others
    }
    WITH others WHERE size(others) > 0
    // The strength of all ties of somebody is the number of papers that they did not write alone.
    WITH collect(others) AS lists
    UNWIND lists AS others
    UNWIND others AS person
    RETURN person, sum(1.0 / size(others)) AS strength, size(lists) AS all_ties
  }
  RETURN person, via.person AS through, (via.strength + strength) / log(1 + all_ties) AS part
  UNION ALL
  // Who is known already stands among them with no way, which tells them apart from the others below.
  MATCH (record:Author)-[:WROTE]->(paper)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons
  WITH DISTINCT paper
  MATCH (paper)<-[:WROTE]-(one)
  WITH DISTINCT one.person AS person
  RETURN person, null AS through, 0.0 AS part
}
WITH persons, papers_left_out, people_left_out, person, through, part
ORDER BY part DESC, through
WITH persons, papers_left_out, people_left_out, person, count(*) AS ways, round(sum(part), 6) AS score, collect(through) AS through
WHERE ways = size(through)
WITH persons, papers_left_out, people_left_out, collect({person: person, score: score, through: through}) AS found
UNWIND found AS one
// The count lets go of the list: rows that are sorted with it would each be as long as all of them.
WITH persons, papers_left_out, people_left_out, size(found) AS suggestions, one, count(*) AS once
ORDER BY one.score DESC, one.person
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
WITH persons, papers_left_out, people_left_out, suggestions, collect(one) AS shown
CALL (persons) {
  MATCH (record:Author)-[:WROTE]->(paper)-[about:ABOUT]->(topic)
  USING INDEX SEEK record:Author(person)
  WHERE record.person IN persons AND (about.origin = 'given' OR about.score >= $min_score)
  WITH topic, count(DISTINCT paper) AS papers
  RETURN collect(topic) AS mine, collect({topic: topic, papers: papers}) AS papers_on
}
UNWIND shown AS one
MATCH (self:Author {uid: one.person})
USING INDEX SEEK self:Author(uid)
CALL (one) {
  MATCH (record:Author {person: one.person})-[:WROTE]->(paper)
  USING INDEX SEEK record:Author(person)
  WITH DISTINCT paper
  RETURN count(paper) AS papers, min(paper.year) AS first_year, max(paper.year) AS last_year
}
WITH DISTINCT self.uid AS uid, self.name AS name, one.score AS score, size(one.through) AS collaborators,
  COLLECT {
    UNWIND one.through[..3] AS person
    MATCH (via:Author {uid: person})
    USING INDEX SEEK via:Author(uid)
    RETURN {uid: via.uid, name: via.name}
  } AS via,
  COLLECT {
    MATCH (record:Author {person: one.person})-[:WROTE]->(paper)-[about:ABOUT]->(topic)
    USING INDEX SEEK record:Author(person)
    WHERE (about.origin = 'given' OR about.score >= $min_score) AND topic IN mine
    WITH topic, count(DISTINCT paper) AS theirs
    WITH topic, theirs, head([known IN papers_on WHERE known.topic = topic]).papers AS own
    WITH topic, CASE WHEN own < theirs THEN own ELSE theirs END AS least
    ORDER BY least DESC, topic.label, topic.uid LIMIT 5
    RETURN {uid: topic.uid, label: topic.label, scheme: topic.scheme}
  } AS topics,
  papers, first_year, last_year,
  EXISTS {
    MATCH (record:Author {person: one.person})-[:SIMILAR_NAME]-(alike)
    USING INDEX SEEK record:Author(person)
    WHERE alike.person IN persons
  } AS similar_name,
  papers_left_out, people_left_out,
  CASE WHEN coalesce($limit, 0) = 0 OR $limit > suggestions THEN 0 ELSE suggestions - $limit END AS left_out
RETURN uid, name, score, collaborators, via, topics, papers, first_year, last_year, similar_name, papers_left_out, people_left_out, left_out
ORDER BY score DESC, uid;
