// name: split_candidates
// about: Pairs of author records whose names can be one person's (SIMILAR_NAME) and that may be one person, likeliest first.
//   Never listed: people who stand on one paper together, who have different ORCIDs, who were decided to be different, or to
//   be one. `probability` is the logistic function of the summed weights in `evidence`, a list of {what, weight, uids}. A
//   shared collaborator weighs collaborator / ln(2 + their papers), so that a rare one tells more than a prolific one (after
//   Adamic and Adar, Social Networks 25, 2003); topics and venues weigh likewise. Two people appear once, by their two
//   records with the likest names. `weights`: base is the starting point; name times the score of the names; number where
//   only one carries a homonym number; rival for each further record that either could be; nobody where both have
//   collaborators and share none; form for a paper that prints one's slot with the other's name.
// params: author: str? = null, min_score: float = 0.5, limit: int? = null, weights: map = {"base": -3.0, "name": 3.0,
//   "number": -0.7, "rival": -0.5, "form": 2.0, "collaborator": 4.0, "collaborators_most": 6.0, "namesake": 0.5, "nobody":
//   -1.2, "affiliation": 1.5, "venue": 0.8, "venues_most": 1.0, "topic": 1.0, "topics_most": 1.5, "years_apart": -0.15}
// returns: uid_a: str, name_a: str, uid_b: str, name_b: str, probability: float, shared: list, evidence: list, papers_a: int,
//   papers_b: int
// mode: read
MATCH (x:Author)
// A range in the index holds one author or all of them, and neither needs a scan.
WHERE x.uid >= coalesce($author, '') AND x.uid <= coalesce($author, '\uffff')
WITH DISTINCT x.person AS person
MATCH (record:Author {person: person})-[similar:SIMILAR_NAME]-()
USING INDEX SEEK record:Author(person)
WITH DISTINCT similar, startNode(similar) AS a, endNode(similar) AS b
WHERE a.person <> b.person
WITH similar, a, b, CASE WHEN a.person < b.person THEN [a.person, b.person] ELSE [b.person, a.person] END AS pair
ORDER BY similar.score DESC, a.uid, b.uid
WITH pair, collect({a: a, b: b, score: similar.score, reasons: similar.reasons})[0] AS best
WITH best.a AS a, best.b AS b, best.score AS likeness, coalesce(best.reasons, []) AS reasons
WHERE NOT EXISTS { MATCH (one:Author {person: a.person})-[:DIFFERENT_FROM]-(two:Author {person: b.person})
    USING INDEX SEEK one:Author(person)
    USING INDEX SEEK two:Author(person) }
  AND NOT EXISTS { MATCH (one:Author {person: a.person})-[:WROTE]->()<-[:WROTE]-(two:Author {person: b.person})
      USING INDEX SEEK one:Author(person)
      USING INDEX SEEK two:Author(person) }
WITH a, b, likeness, reasons,
  COLLECT { MATCH (one:Author {person: a.person})
      USING INDEX SEEK one:Author(person)
      WHERE one.orcid IS NOT NULL
      RETURN one.orcid } AS orcids_a,
  COLLECT { MATCH (one:Author {person: b.person})
      USING INDEX SEEK one:Author(person)
      WHERE one.orcid IS NOT NULL
      RETURN one.orcid } AS orcids_b
WHERE orcids_a = [] OR orcids_b = [] OR any(orcid IN orcids_a WHERE orcid IN orcids_b)
CALL (a) {
  MATCH (record:Author {person: a.person})-[:WROTE]->(paper)
  USING INDEX SEEK record:Author(person)
  WITH DISTINCT paper
  RETURN count(paper) AS papers_a, min(paper.year) AS first_a, max(paper.year) AS last_a
}
CALL (b) {
  MATCH (record:Author {person: b.person})-[:WROTE]->(paper)
  USING INDEX SEEK record:Author(person)
  WITH DISTINCT paper
  RETURN count(paper) AS papers_b, min(paper.year) AS first_b, max(paper.year) AS last_b
}
CALL (a, b) {
  MATCH (record:Author {person: b.person})-[:WROTE]->()<-[:WROTE]-(theirs)
  USING INDEX SEEK record:Author(person)
  WHERE theirs.person <> b.person AND theirs.person <> a.person AND coalesce(theirs.kind, 'person') = 'person'
  WITH a, b, collect(DISTINCT theirs.person) AS people, collect(DISTINCT theirs.name_key) AS keys
  MATCH (record:Author {person: a.person})-[:WROTE]->()<-[:WROTE]-(mine)
  USING INDEX SEEK record:Author(person)
  WHERE mine.person <> a.person AND mine.person <> b.person AND coalesce(mine.kind, 'person') = 'person'
    AND (mine.person IN people OR mine.name_key IN keys)
  WITH mine.person AS person, max(mine.person IN people) AS certain
  MATCH (self:Author {uid: person})
  USING INDEX SEEK self:Author(uid)
  WITH self, certain, COUNT { MATCH (one:Author {person: person})-[:WROTE]->(paper)
      USING INDEX SEEK one:Author(person)
      RETURN DISTINCT paper } AS papers
  WITH self, certain, papers, round($weights.collaborator / log(2 + papers) * CASE WHEN certain THEN 1 ELSE $weights.namesake END, 3) AS weight
  ORDER BY weight DESC, self.name, self.uid
  RETURN collect({uid: self.uid, name: self.name, papers: papers, certain: certain, weight: weight}) AS people
}
CALL (a, b) {
  MATCH (record:Author {person: b.person})-[:WROTE]->()-[:PUBLISHED_IN]->(venue)
  USING INDEX SEEK record:Author(person)
  WHERE coalesce(venue.kind, 'other') <> 'preprint'
  WITH a, collect(DISTINCT venue) AS theirs
  MATCH (record:Author {person: a.person})-[:WROTE]->()-[:PUBLISHED_IN]->(venue)
  USING INDEX SEEK record:Author(person)
  WHERE venue IN theirs
  WITH DISTINCT venue
  WITH venue, $weights.venue / log(2 + COUNT { (venue)<-[:PUBLISHED_IN]-() }) AS weight
  ORDER BY weight DESC, venue.name, venue.uid
  RETURN collect(venue.uid) AS venue_uids, collect(venue.name) AS venue_names, sum(weight) AS venue_weight
}
CALL (a, b) {
  MATCH (record:Author {person: b.person})-[:WROTE]->()-[:ABOUT]->(topic)
  USING INDEX SEEK record:Author(person)
  WITH a, collect(DISTINCT topic) AS theirs
  MATCH (record:Author {person: a.person})-[:WROTE]->()-[:ABOUT]->(topic)
  USING INDEX SEEK record:Author(person)
  WHERE topic IN theirs
  WITH DISTINCT topic
  WITH topic, $weights.topic / log(2 + COUNT { (topic)<-[:ABOUT]-() }) AS weight
  ORDER BY weight DESC, topic.label, topic.uid
  RETURN collect(topic.uid) AS topic_uids, collect(topic.label) AS topic_names, sum(weight) AS topic_weight
}
CALL (a, b) {
  MATCH (mine:Author {person: a.person})
  USING INDEX SEEK mine:Author(person)
  UNWIND COLLECT { MATCH (mine)-[wrote:WROTE]->() WHERE wrote.affiliation IS NOT NULL RETURN toLower(wrote.affiliation) }
    + COLLECT { MATCH (mine)-[:AFFILIATED_WITH]->(place) RETURN toLower(place.name) } AS place
  WITH DISTINCT b, place
  WHERE EXISTS { MATCH (one:Author {person: b.person})-[wrote:WROTE]->()
      USING INDEX SEEK one:Author(person)
      WHERE toLower(wrote.affiliation) = place }
    OR EXISTS { MATCH (one:Author {person: b.person})-[:AFFILIATED_WITH]->(theirs)
        USING INDEX SEEK one:Author(person)
        WHERE toLower(theirs.name) = place }
  WITH place ORDER BY place
  RETURN collect(place) AS places
}
CALL (a, b) {
  UNWIND [{one: a, form: b.name}, {one: b, form: a.name}] AS side
  WITH a, b, side.one AS one, side.form AS form WHERE a.name <> b.name
  MATCH (one)-[slot:WROTE]->(paper) WHERE form IN coalesce(slot.names, [])
  WITH DISTINCT paper ORDER BY paper.uid
  RETURN collect(paper.uid) AS both_forms
}
WITH a, b, papers_a, papers_b, people,
  COUNT { MATCH (a)-[:SIMILAR_NAME]-(rival) WHERE rival.person <> a.person AND rival.person <> b.person RETURN DISTINCT rival.person }
  + COUNT { MATCH (b)-[:SIMILAR_NAME]-(rival) WHERE rival.person <> a.person AND rival.person <> b.person RETURN DISTINCT rival.person }
  AS rivals,
  EXISTS { MATCH (record:Author {person: a.person})-[:WROTE]->()<-[:WROTE]-(other)
      USING INDEX SEEK record:Author(person)
      WHERE other.person <> a.person }
  AND EXISTS { MATCH (record:Author {person: b.person})-[:WROTE]->()<-[:WROTE]-(other)
      USING INDEX SEEK record:Author(person)
      WHERE other.person <> b.person } AS both_known,
  CASE WHEN first_a > last_b THEN first_a - last_b WHEN first_b > last_a THEN first_b - last_a ELSE 0 END AS apart,
  likeness, reasons, venue_uids, venue_names, venue_weight, topic_uids, topic_names, topic_weight, places, both_forms
WITH a, b, papers_a, papers_b, people, [
  {what: 'two records of similar names, before anything else is known', weight: $weights.base, uids: [a.uid, b.uid]},
  {what: reduce(text = 'the names agree', reason IN reasons | text + '; ' + reason), weight: $weights.name * likeness, uids: [a.uid, b.uid]},
  {what: 'only one of the names carries a number, so several people bear it',
    weight: CASE WHEN (a.number IS NULL) <> (b.number IS NULL) THEN $weights.number END, uids: [a.uid, b.uid]},
  {what: toString(rivals) + ' other records of a similar name', weight: CASE WHEN rivals > 0 THEN $weights.rival * log(1 + rivals) END, uids: []},
  {what: 'others are known to have written with each of them, and nobody with both',
    weight: CASE WHEN both_known AND people = [] THEN $weights.nobody END, uids: []},
  {what: toString(size(both_forms)) + ' papers print one place in the author list with both names',
    weight: CASE WHEN both_forms <> [] THEN $weights.form END, uids: both_forms},
  {what: reduce(text = 'the same affiliation', place IN places | text + ', ' + place),
    weight: CASE WHEN places <> [] THEN $weights.affiliation END, uids: []},
  {what: reduce(text = 'both published in ' + venue_names[0], name IN venue_names[1..5] | text + ', ' + name),
    weight: CASE WHEN venue_weight > $weights.venues_most THEN $weights.venues_most WHEN venue_weight > 0 THEN venue_weight END, uids: venue_uids},
  {what: reduce(text = 'both wrote on ' + topic_names[0], name IN topic_names[1..8] | text + ', ' + name),
    weight: CASE WHEN topic_weight > $weights.topics_most THEN $weights.topics_most WHEN topic_weight > 0 THEN topic_weight END, uids: topic_uids},
  {what: toString(apart) + ' years between the papers of the one and of the other',
    weight: CASE WHEN apart > 5 THEN $weights.years_apart * (apart - 5) END, uids: []}
  ] + [who IN people | {
    what: CASE WHEN who.certain THEN 'both wrote with ' + who.name ELSE 'both wrote with somebody named ' + who.name END
      + ' (' + toString(who.papers) + CASE WHEN who.papers = 1 THEN ' paper' ELSE ' papers' END + ' in the graph)',
    weight: who.weight, uids: [who.uid]}
  ] + [{what: 'more shared collaborators than count', uids: [],
    weight: CASE WHEN reduce(total = 0.0, who IN people | total + who.weight) > $weights.collaborators_most
      THEN $weights.collaborators_most - reduce(total = 0.0, who IN people | total + who.weight) END}] AS pieces
WITH a, b, papers_a, papers_b, people,
  [piece IN pieces WHERE piece.weight IS NOT NULL | {what: piece.what, weight: round(piece.weight, 3), uids: piece.uids}] AS evidence
WITH a, b, papers_a, papers_b, people, evidence,
  round(1 / (1 + exp(-reduce(total = 0.0, piece IN evidence | total + piece.weight))), 4) AS probability
WHERE probability >= $min_score
RETURN a.uid AS uid_a, a.name AS name_a, b.uid AS uid_b, b.name AS name_b, probability, [who IN people | who.name] AS shared, evidence,
  papers_a, papers_b
ORDER BY probability DESC, uid_a, uid_b
LIMIT CASE WHEN coalesce($limit, 0) > 0 THEN $limit ELSE 9223372036854775807 END;
