// name: split_candidates
// about: Pairs of author records whose names can be one person's (SIMILAR_NAME) and that may be one person, likeliest first; of one
//   person or, without `author`, all. Never listed: people who stand on one paper together, who have different ORCIDs, who were
//   decided to be different, or to be one, or of whom a curated list of people says that they are different. `probability` is the
//   logistic function of the summed weights in `evidence`, a list of {what, weight, uids}: what two such names say by themselves,
//   by the kind of their difference, by how rare they are and by how many others are alike; then what the papers of both say
//   together (collaborators, venues, topics, affiliations, years). What is shared counts 1 / ln(1 + n), n its papers, so that a rare
//   collaborator tells more than a prolific one (after Adamic and Adar, Social Networks 25, 2003). Collaborators are told apart by
//   name; of a paper of more than `most_authors` authors so many count, the first by the alphabet. Two people appear once, by the
//   two records whose names make it likeliest. `weights`: `edges` divide each of these measures into bins, `tables` hold the weight
//   of a bin, by row and column, and `split` the rest.
// params: author: author? = null, min_probability: float = 0.5, limit: count? = null, most_authors: count = 50, weights: map = weights.json
// returns: uid_a: str, name_a: str, uid_b: str, name_b: str, probability: float, shared: list, evidence: list, papers_a: int,
//   papers_b: int
// mode: read
MATCH (x:Author)
// A range in the index holds one author or all of them, and neither needs a scan.
WHERE x.uid >= coalesce($author, '') AND x.uid <= coalesce($author, '\uffff')
WITH DISTINCT x.person AS person
MATCH (record:Author {person: person})-[similar:SIMILAR_NAME]-()
USING INDEX SEEK record:Author(person)
WITH DISTINCT similar
WITH similar, startNode(similar) AS a, endNode(similar) AS b
WHERE a.person <> b.person
// How many people would bear a name by chance; each family name and each given name is counted once.
UNWIND [a, b] AS one
WITH one.family_key AS family, collect({similar: similar, given: one.given_key}) AS holders
WITH holders, COUNT { MATCH (x:Author {family_key: family}) USING INDEX SEEK x:Author(family_key)
    WHERE coalesce(x.kind, 'person') = 'person' } AS families
UNWIND holders AS holder
WITH holder.given AS given, collect({similar: holder.similar, families: families}) AS holders
// A bare initial may stand for every given name that begins with it.
WITH given, holders, CASE WHEN size(given) = 1 THEN given + '\uffff' ELSE given END AS last
WITH holders, COUNT { MATCH (x:Author) USING INDEX SEEK x:Author(given_key) WHERE x.given_key >= given AND x.given_key <= last
    AND coalesce(x.kind, 'person') = 'person' } AS givens
UNWIND holders AS holder
WITH holder.similar AS similar, max((holder.families + 0.5) * (givens + 0.5)) AS product
WITH similar, startNode(similar) AS a, endNode(similar) AS b, product / COUNT { (:Author) } AS bearers
WITH similar, a, b, bearers, COUNT { (a)-[:SIMILAR_NAME]-() } + COUNT { (b)-[:SIMILAR_NAME]-() } - 2 AS rivals
WITH a, b, bearers, rivals, coalesce(similar.reasons, []) AS reasons, similar.kind AS kind,
  round(coalesce($weights.split.kinds[similar.kind], 0.0) + $weights.split.name * similar.score, 3) AS names,
  round(coalesce($weights.split.rarity_of[similar.kind], $weights.split.rarity) * log(bearers), 3) AS rarity,
  round(coalesce($weights.split.rivals_of[similar.kind], $weights.split.rivals) * log(1 + rivals), 3) AS rivalry
ORDER BY names + rarity + rivalry DESC, a.uid, b.uid
WITH CASE WHEN a.person < b.person THEN [a.person, b.person] ELSE [b.person, a.person] END AS pair, collect([a, b, [
  {what: 'two records of similar names, before anything else is known', weight: round($weights.split.base, 3), uids: [a.uid, b.uid]},
  {what: reduce(text = 'the names: ', i IN range(0, size(reasons) - 1) | text + CASE i WHEN 0 THEN '' ELSE '; ' END + reasons[i])
    + coalesce(' (' + kind + ')', ''), weight: names, uids: [a.uid, b.uid]},
  {what: 'how rare the names are: ' + CASE WHEN bearers < 0.001 THEN 'fewer than 0.001'
      ELSE 'about ' + toString(round(bearers, CASE WHEN bearers < 0.1 THEN 3 WHEN bearers < 1 THEN 2 ELSE 1 END)) END
    + ' people would bear such a name by chance', weight: rarity, uids: [a.uid, b.uid]},
  {what: toString(rivals) + CASE rivals WHEN 1 THEN ' other record' ELSE ' other records' END + ' of a name similar to one of these',
    weight: rivalry, uids: []}
]])[0] AS best
WITH best[0] AS a, best[1] AS b, best[2] AS prior
WITH a, b, prior,
  COLLECT { MATCH (one:Author {person: a.person})
      USING INDEX SEEK one:Author(person)
      RETURN one } AS records_a,
  COLLECT { MATCH (one:Author {person: b.person})
      USING INDEX SEEK one:Author(person)
      RETURN one } AS records_b
WHERE (all(one IN records_a WHERE one.orcid IS NULL) OR all(one IN records_b WHERE one.orcid IS NULL)
    OR any(one IN records_a WHERE one.orcid IN [other IN records_b | other.orcid]))
  AND NOT any(one IN records_a WHERE EXISTS { MATCH (one)-[:DIFFERENT_FROM]-(two) WHERE two.person = b.person })
  AND NOT any(one IN records_a WHERE EXISTS {
    MATCH (one)<-[said:DESCRIBES]-() WHERE any(two IN records_b WHERE two.uid IN said.distinct_from) })
  AND NOT any(two IN records_b WHERE EXISTS {
    MATCH (two)<-[said:DESCRIBES]-() WHERE any(one IN records_a WHERE one.uid IN said.distinct_from) })
WITH *, COLLECT { UNWIND records_a AS one MATCH (one)-[:WROTE]->(paper) RETURN DISTINCT paper } AS all_a,
  COLLECT { UNWIND records_b AS one MATCH (one)-[:WROTE]->(paper) RETURN DISTINCT paper } AS all_b
WHERE NOT any(paper IN all_b WHERE paper IN all_a)
CALL (records_a, records_b, all_a, all_b) {
  UNWIND [0, 1] AS side
  WITH side, [records_a, records_b][side] AS records, [all_a, all_b][side] AS papers, records_a + records_b AS focal
  CALL (records) {
    UNWIND records AS record
    MATCH (record)-[wrote:WROTE]->(paper)
    RETURN collect(wrote.words) AS words, min(paper.year) AS first, max(paper.year) AS last
  }
  WITH side, focal, papers, first, last, reduce(known = [], few IN words | known + [word IN few WHERE NOT word IN known]) AS words,
    COLLECT {
      UNWIND papers AS paper
      CALL (paper) {
        MATCH (paper)<-[:WROTE]-(other) WHERE coalesce(other.kind, 'person') = 'person'
        WITH other.name_key AS key, collect(DISTINCT other) AS some ORDER BY key LIMIT $most_authors
        UNWIND some AS other
        RETURN other
      }
      RETURN DISTINCT other
    } AS others,
    COLLECT { UNWIND papers AS paper MATCH (paper)-[:PUBLISHED_IN]->(venue) WHERE coalesce(venue.kind, 'other') <> 'preprint'
      RETURN DISTINCT venue } AS venues,
    COLLECT { UNWIND papers AS paper MATCH (paper)-[:ABOUT]->(topic) RETURN DISTINCT topic } AS topics
  ORDER BY side
  WITH collect({papers: size(papers), first: first, last: last, words: words, others: others, venues: venues, topics: topics}) AS sides,
    [one IN focal | one.name_key] AS own
  RETURN sides[0] AS mine, sides[1] AS theirs, [other IN sides[0].others WHERE NOT other.name_key IN own] AS people_a,
    [other IN sides[1].others WHERE NOT other.name_key IN own] AS people_b
}
WITH a, b, prior, mine, theirs, people_a, people_b,
  COLLECT { UNWIND people_a AS one RETURN DISTINCT one.name_key } AS names_a,
  COLLECT { UNWIND people_b AS one RETURN DISTINCT one.name_key } AS names_b
WITH *, [name IN names_a WHERE name IN names_b] AS names,
  CASE WHEN size(names_a) <= size(names_b) THEN names_a ELSE names_b END AS fewer,
  CASE WHEN size(names_a) <= size(names_b) THEN names_b ELSE names_a END AS more
CALL (names, people_a, people_b) {
  UNWIND names AS name
  MATCH (who:Author {name_key: name})
  USING INDEX SEEK who:Author(name_key)
  WITH people_a, people_b, name, sum(COUNT { (who)-[:WROTE]->() }) AS papers, min([NOT (who IN people_a AND who IN people_b), who.uid, who.name]) AS best
  WITH name, papers, best ORDER BY papers, name
  RETURN collect(best[1]) AS shared_uids, collect(best[2]) AS shared, collect(papers) AS shared_papers, sum(1 / log(1 + papers)) AS shared_sum
}
CALL (names, fewer, more) {
  // Only where nobody is shared.
  WITH fewer, more WHERE names = []
  UNWIND fewer AS name
  MATCH (who:Author {name_key: name})
  USING INDEX SEEK who:Author(name_key)
  WHERE coalesce(who.kind, 'person') = 'person' AND EXISTS {
    MATCH (who)-[:WROTE]->(paper)<-[:WROTE]-(known)
    WHERE COUNT { (paper)<-[:WROTE]-() } <= $most_authors AND known.name_key IN more AND coalesce(known.kind, 'person') = 'person'
  }
  WITH name, min(who.uid) AS uid ORDER BY name
  RETURN collect(uid) AS linked
}
CALL (mine, theirs) {
  UNWIND [venue IN mine.venues WHERE venue IN theirs.venues] AS venue
  WITH venue, COUNT { (venue)<-[:PUBLISHED_IN]-() } AS papers ORDER BY papers, venue.name, venue.uid
  RETURN collect(venue.uid) AS venue_uids, collect(venue.name) AS venue_names, sum(1 / log(1 + papers)) AS venue_sum
}
CALL (mine, theirs) {
  UNWIND [topic IN mine.topics WHERE topic IN theirs.topics] AS topic
  WITH topic, COUNT { (topic)<-[:ABOUT]-() } AS papers ORDER BY papers, topic.label, topic.uid
  RETURN collect(topic.uid) AS topic_uids, collect(topic.label) AS topic_names, sum(1 / log(1 + papers)) AS topic_sum
}
WITH *, [word IN mine.words WHERE word IN theirs.words] AS words, $weights.edges AS edges, $weights.tables AS tables,
  CASE WHEN size(mine.words) <= size(theirs.words) THEN size(mine.words) ELSE size(theirs.words) END AS few_words,
  CASE WHEN mine.first > theirs.last THEN mine.first - theirs.last WHEN theirs.first > mine.last THEN theirs.first - mine.last
    WHEN mine.first IS NOT NULL AND theirs.first IS NOT NULL THEN 0 END AS gap,
  CASE WHEN size(mine.topics) <= size(theirs.topics) THEN size(mine.topics) ELSE size(theirs.topics) END AS few_topics,
  CASE WHEN mine.papers <= theirs.papers THEN mine.papers ELSE theirs.papers END AS few_papers
WITH *, size([edge IN edges.few WHERE edge <= size(fewer)]) AS few, size([edge IN edges.size WHERE edge <= few_papers]) AS size_bin,
  size([edge IN edges.apart WHERE edge <= coalesce(gap, 0)]) AS apart,
  [i IN range(0, size(shared) - 1)[..8] | shared[i] + ' (' + toString(shared_papers[i])
    + CASE WHEN i > 0 THEN '' WHEN shared_papers[i] = 1 THEN ' paper in the graph' ELSE ' papers in the graph' END + ')']
  + CASE WHEN size(shared) > 8 THEN [toString(size(shared) - 8) + ' more'] ELSE [] END AS told
WITH a, b, prior, mine, theirs, shared, [
  {what: CASE WHEN told <> [] THEN reduce(text = 'both wrote with ', i IN range(0, size(told) - 1) |
        text + CASE WHEN i = 0 THEN '' WHEN i < size(told) - 1 THEN ', ' ELSE ' and ' END + told[i])
      WHEN linked <> [] THEN toString(size(linked)) + ' of ' + toString(size(fewer))
        + ' collaborators of the one wrote with collaborators of the other, but none with both'
      ELSE 'nobody in common among ' + toString(size(names_a)) + ' and ' + toString(size(names_b)) + ' collaborators' END,
    uids: CASE WHEN told <> [] THEN shared_uids ELSE linked END,
    weight: CASE WHEN told <> [] THEN tables.shared[size([edge IN edges.shared WHERE edge <= shared_sum])][few]
      ELSE tables.linked[size([edge IN edges.linked WHERE edge <= size(linked)])][few] END},
  {what: CASE venue_names WHEN [] THEN 'no venue in common' ELSE reduce(text = 'both published in ' + venue_names[0], name IN venue_names[1..8] |
      text + ', ' + name) + CASE WHEN size(venue_names) > 8 THEN ' and ' + toString(size(venue_names) - 8) + ' more' ELSE '' END END,
    uids: venue_uids, weight: tables.venues[size([edge IN edges.venues WHERE edge <= venue_sum])][size_bin]},
  {what: CASE topic_names WHEN [] THEN 'no topic in common' ELSE reduce(text = 'both wrote on ' + topic_names[0], name IN topic_names[1..8] |
      text + ', ' + name) + CASE WHEN size(topic_names) > 8 THEN ' and ' + toString(size(topic_names) - 8) + ' more' ELSE '' END END,
    uids: topic_uids, weight: tables.topics[size([edge IN edges.topics WHERE edge <= topic_sum])][size([edge IN edges.few_topics WHERE edge <= few_topics])]},
  {what: CASE words WHEN [] THEN 'no word of their affiliations in common'
      ELSE reduce(text = 'the same affiliation words: ' + words[0], word IN words[1..] | text + ', ' + word) END,
    uids: [], weight: CASE WHEN few_words > 0 THEN tables.affiliation[size([edge IN edges.affiliation WHERE edge <= toFloat(size(words)) / few_words])][apart] END},
  {what: CASE gap WHEN 0 THEN 'no year lies between the papers of the one and of the other'
      ELSE toString(gap) + CASE gap WHEN 1 THEN ' year' ELSE ' years' END + ' between the papers of the one and of the other' END,
    uids: [], weight: CASE WHEN gap IS NOT NULL THEN tables.years[size([edge IN edges.years WHERE edge <= gap])][size_bin] END}
] AS pieces
WITH a, b, mine, theirs, shared, prior + [piece IN pieces | {what: piece.what, weight: round($weights.split.evidence * piece.weight, 3), uids: piece.uids}]
  AS pieces
WITH a, b, mine, theirs, shared, pieces[..1] + [piece IN pieces[1..] WHERE piece.weight <> 0] AS evidence
WITH a, b, mine, theirs, shared, evidence,
  round(1 / (1 + exp(-reduce(total = 0.0, piece IN evidence | total + piece.weight))), 4) AS probability
WHERE probability >= $min_probability
RETURN a.uid AS uid_a, a.name AS name_a, b.uid AS uid_b, b.name AS name_b, probability, shared, evidence, mine.papers AS papers_a,
  theirs.papers AS papers_b
ORDER BY probability DESC, uid_a, uid_b
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
