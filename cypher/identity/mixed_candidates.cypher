// name: mixed_candidates
// about: Author records whose papers fall into groups that may be several people's, likeliest first; the records of one person or, without
//   `author`, all. The groups are worked out at the end of every load and kept in the graph, as the `part` of each WROTE: papers
//   are put together as long as that is likelier than not, and those of no `part` are the main group (`main`), which is taken for
//   the record's own. Every other group has the probability that it is somebody else's: it is compared with the main one by the
//   measures and weights of split_candidates, and its `evidence` is a list of {what, weight, uids} whose summed weights the
//   logistic function makes the probability of. Two authorships of one paper are two people's for sure. `groups` is a list of
//   {main, papers: [{uid, title, year}], collaborators, topics, probability, evidence}, the main group first, then the likeliest; the row's `probability` is that of its
//   likeliest group. A group that a person said to be the record's own (a `confirm` in the log of decisions) has probability 0. Of a
//   paper of more than `most_authors` authors so many count as collaborators, the first by the alphabet. `weights` change what the
//   groups weigh, not the groups.
// params: author: author? = null, min_probability: float = 0.25, limit: count? = null, most_authors: count = 50, weights: map = weights.json
// returns: uid: str, name: str, papers: int, probability: float, groups: list
// mode: read
CALL () {
  WITH $author AS author WHERE author IS NOT NULL
  MATCH (x:Author {uid: author})
  MATCH (record:Author {person: x.person})
  USING INDEX SEEK record:Author(person)
  WHERE EXISTS { MATCH (record)-[wrote:WROTE]->() WHERE wrote.part > 0 }
  RETURN record
  UNION
  WITH $author AS author WHERE author IS NULL
  MATCH (record:Author)-[wrote:WROTE]->()
  USING INDEX wrote:WROTE(part)
  WHERE wrote.part > 0
  RETURN record
}
WITH record WHERE coalesce(record.kind, 'person') = 'person'
// How many people would bear the name by chance; each family name and each given name is counted once.
WITH record.family_key AS family, collect(record) AS records
WITH records, COUNT { MATCH (x:Author {family_key: family}) USING INDEX SEEK x:Author(family_key)
    WHERE coalesce(x.kind, 'person') = 'person' } AS families
UNWIND records AS record
WITH record.given_key AS given, collect([record, families]) AS holders
// A bare initial may stand for every given name that begins with it.
WITH given, holders, CASE WHEN size(given) = 1 THEN given + '\uffff' ELSE given END AS last
WITH holders, COUNT { MATCH (x:Author) USING INDEX SEEK x:Author(given_key) WHERE x.given_key >= given AND x.given_key <= last
    AND coalesce(x.kind, 'person') = 'person' } AS givens
UNWIND holders AS holder
WITH holder[0] AS record, (holder[1] + 0.5) * (givens + 0.5) / COUNT { (:Author) } AS bearers
CALL (record) {
  MATCH (record)-[wrote:WROTE]->(paper)
  WITH paper, count(wrote) AS slots
  RETURN count(paper) AS papers, collect(CASE WHEN slots > 1 THEN paper END) AS doubled
}
CALL (record) {
  MATCH (record)-[wrote:WROTE]->(paper)
  WITH record, coalesce(wrote.part, 0) AS number, paper, wrote ORDER BY paper.uid
  WITH record, number, collect(paper) AS members, collect(wrote.words) AS words, min(paper.year) AS first, max(paper.year) AS last,
    all(kept IN collect(coalesce(wrote.kept, false)) WHERE kept) AS kept
  WITH record, number, members, first, last, kept,
    reduce(known = [], few IN words | known + [word IN few WHERE NOT word IN known]) AS words,
    COLLECT {
      UNWIND members AS paper
      CALL (paper) {
        MATCH (paper)<-[:WROTE]-(other) WHERE coalesce(other.kind, 'person') = 'person'
        WITH other.name_key AS key, min([other.uid, other.name]) AS who ORDER BY key LIMIT $most_authors
        RETURN key, who
      }
      WITH key, min(who) AS who, count(*) AS times WHERE key <> record.name_key ORDER BY times DESC, key
      RETURN {key: key, uid: who[0], name: who[1]}
    } AS people,
    COLLECT {
      UNWIND members AS paper MATCH (paper)-[:ABOUT]->(topic)
      WITH topic, count(DISTINCT paper) AS times ORDER BY times DESC, topic.label, topic.uid
      RETURN topic
    } AS topics,
    COLLECT {
      UNWIND members AS paper MATCH (paper)-[:PUBLISHED_IN]->(venue) WHERE coalesce(venue.kind, 'other') <> 'preprint'
      RETURN DISTINCT venue
    } AS venues
  ORDER BY number > 0, size(members) DESC, members[0].uid, number
  RETURN collect({members: members, size: size(members), first: first, last: last, people: people, names: [who IN people | who.key],
    topics: topics, venues: venues, words: words, kept: kept}) AS parts
}
CALL (parts, bearers) {
  UNWIND range(1, size(parts) - 1) AS j
  WITH 0 AS i, j, parts[0] AS mine, parts[j] AS theirs, bearers
  WITH i, j, mine, theirs, bearers, [name IN mine.names WHERE name IN theirs.names] AS names,
    CASE WHEN size(mine.names) <= size(theirs.names) THEN mine.people ELSE theirs.people END AS fewer,
    CASE WHEN size(mine.names) <= size(theirs.names) THEN theirs.names ELSE mine.names END AS more,
    CASE WHEN mine.size <= theirs.size THEN mine.size ELSE theirs.size END AS few_papers,
    CASE WHEN size(mine.topics) <= size(theirs.topics) THEN size(mine.topics) ELSE size(theirs.topics) END AS few_topics,
    CASE WHEN size(mine.words) <= size(theirs.words) THEN size(mine.words) ELSE size(theirs.words) END AS few_words,
    CASE WHEN mine.first > theirs.last THEN mine.first - theirs.last WHEN theirs.first > mine.last THEN theirs.first - mine.last
      WHEN mine.first IS NOT NULL AND theirs.first IS NOT NULL THEN 0 END AS gap,
    [venue IN mine.venues WHERE venue IN theirs.venues | [COUNT { (venue)<-[:PUBLISHED_IN]-() }, venue.name, venue.uid]] AS venues,
    [topic IN mine.topics WHERE topic IN theirs.topics | [COUNT { (topic)<-[:ABOUT]-() }, topic.label, topic.uid]] AS topics,
    [word IN mine.words WHERE word IN theirs.words] AS words, $weights.edges AS edges, $weights.tables AS tables
  CALL (names, fewer, more) {
    // Only where nobody is shared.
    WITH fewer, more WHERE names = []
    UNWIND fewer AS one
    MATCH (who:Author {name_key: one.key})
    USING INDEX SEEK who:Author(name_key)
    WHERE coalesce(who.kind, 'person') = 'person' AND EXISTS {
      MATCH (who)-[:WROTE]->(paper)<-[:WROTE]-(known)
      WHERE COUNT { (paper)<-[:WROTE]-() } <= $most_authors AND known.name_key IN more AND coalesce(known.kind, 'person') = 'person'
    }
    WITH DISTINCT one ORDER BY one.key
    RETURN collect(one.uid) AS linked
  }
  WITH *, [name IN names | [COUNT { MATCH (who:Author {name_key: name})-[:WROTE]->() USING INDEX SEEK who:Author(name_key) }, name]] AS shared,
    size([edge IN edges.few WHERE edge <= size(fewer)]) AS few, size([edge IN edges.size WHERE edge <= few_papers]) AS size_bin,
    size([edge IN edges.apart WHERE edge <= coalesce(gap, 0)]) AS apart
  WITH *, reduce(total = 0.0, one IN shared | total + 1 / log(1 + one[0])) AS shared_sum,
    reduce(total = 0.0, one IN venues | total + 1 / log(1 + one[0])) AS venue_sum,
    reduce(total = 0.0, one IN topics | total + 1 / log(1 + one[0])) AS topic_sum
  WITH i, j, shared, linked, venues, topics, words, gap, size(fewer) AS fewer, [
    CASE names WHEN [] THEN tables.linked[size([edge IN edges.linked WHERE edge <= size(linked)])][few]
      ELSE tables.shared[size([edge IN edges.shared WHERE edge <= shared_sum])][few] END,
    tables.venues[size([edge IN edges.venues WHERE edge <= venue_sum])][size_bin],
    tables.topics[size([edge IN edges.topics WHERE edge <= topic_sum])][size([edge IN edges.few_topics WHERE edge <= few_topics])],
    CASE WHEN few_words > 0 THEN tables.affiliation[size([edge IN edges.affiliation WHERE edge <= toFloat(size(words)) / few_words])][apart] ELSE 0.0 END,
    CASE WHEN gap IS NOT NULL THEN tables.years[size([edge IN edges.years WHERE edge <= gap])][size_bin] ELSE 0.0 END
  ] AS pieces
  WITH i, j, shared, linked, venues, topics, words, gap, fewer, [piece IN pieces | -round($weights.mixed.evidence * piece, 3)] AS pieces
  RETURN collect([j, {shared: shared, linked: linked, venues: venues, topics: topics, words: words, gap: gap, fewer: fewer,
    pieces: pieces}]) AS comparisons
}
CALL (record, bearers, doubled, parts, comparisons) {
  UNWIND [[0, null]] + comparisons AS compared
  WITH record, bearers, compared[0] AS place, parts[compared[0]] AS part, parts[0] AS other, compared[1] AS found,
    // Papers on which the name stands for somebody of an earlier group as well.
    [paper IN doubled WHERE paper IN parts[compared[0]].members AND any(earlier IN parts[..compared[0]] WHERE paper IN earlier.members)] AS twice
  WITH *, [who IN part.people WHERE any(one IN found.shared WHERE one[1] = who.key)] AS both
  WITH place, part, twice, [
    {what: 'papers under one name, before anything else is known; the main group has ' + toString(other.size), uids: [record.uid],
      weight: -round($weights.mixed.base, 3)},
    {what: 'how rare the name is: ' + CASE WHEN bearers < 0.001 THEN 'fewer than 0.001'
        ELSE 'about ' + toString(round(bearers, CASE WHEN bearers < 0.1 THEN 3 WHEN bearers < 1 THEN 2 ELSE 1 END)) END
      + ' people would bear it by chance', uids: [record.uid], weight: -round($weights.mixed.rarity * log(bearers), 3)},
    {what: 'the record carries an identifier of one person', uids: [record.uid],
      weight: CASE WHEN size(coalesce(record.ids, [])) > 0 THEN -round($weights.mixed.identified, 3) ELSE 0.0 END},
    {what: CASE WHEN both <> [] THEN reduce(text = 'in the main group as well: ' + both[0].name, who IN both[1..8] | text + ', ' + who.name)
          + CASE WHEN size(both) > 8 THEN ' and ' + toString(size(both) - 8) + ' more' ELSE '' END
        WHEN found.linked <> [] THEN toString(size(found.linked)) + ' of ' + toString(found.fewer)
          + ' collaborators wrote with collaborators of the main group, but none is in both'
        ELSE 'nobody in common among ' + toString(size(part.names)) + CASE size(part.names) WHEN 1 THEN ' collaborator'
            ELSE ' collaborators' END + ' on these papers and ' + toString(size(other.names))
          + ' of the main group' END,
      uids: CASE WHEN found.linked <> [] THEN found.linked
        ELSE [who IN both | who.uid] END, weight: found.pieces[0]},
    {what: CASE found.venues WHEN [] THEN 'no venue in common with the main group'
        ELSE reduce(text = 'published where the main group is: ' + found.venues[0][1], one IN found.venues[1..8] | text + ', ' + one[1]) END,
      uids: [one IN found.venues | one[2]], weight: found.pieces[1]},
    {what: CASE found.topics WHEN [] THEN 'no topic in common with the main group'
        ELSE reduce(text = 'topics in common with the main group: ' + found.topics[0][1], one IN found.topics[1..8] | text + ', ' + one[1]) END,
      uids: [one IN found.topics | one[2]], weight: found.pieces[2]},
    {what: CASE found.words WHEN [] THEN 'no word of the affiliations in common'
        ELSE reduce(text = 'the same affiliation words: ' + found.words[0], word IN found.words[1..] | text + ', ' + word) END,
      uids: [], weight: found.pieces[3]},
    {what: CASE found.gap WHEN 0 THEN 'no year lies between these papers and the main group'
        ELSE toString(found.gap) + CASE found.gap WHEN 1 THEN ' year' ELSE ' years' END + ' between these papers and the main group' END,
      uids: [], weight: found.pieces[4]}
    ] AS pieces
  WITH place, part, CASE twice WHEN [] THEN pieces[..1] + [piece IN pieces[1..] WHERE piece.weight <> 0] ELSE [
    {what: reduce(text = 'two people of this name on one paper: ' + coalesce(twice[0].title, twice[0].caption, twice[0].uid), paper IN twice[1..8] |
      text + '; ' + coalesce(paper.title, paper.caption, paper.uid)), uids: [paper IN twice | paper.uid], weight: $weights.mixed.twice}
    ] END AS evidence
  WITH place, part, evidence, CASE WHEN place = 0 OR part.kept THEN 0.0
    ELSE round(1 / (1 + exp(-reduce(total = 0.0, piece IN evidence | total + piece.weight))), 4) END AS probability
  ORDER BY place = 0 DESC, probability DESC, part.size DESC, place
  WITH place, part, evidence, probability, COLLECT {
    UNWIND part.members AS paper WITH paper ORDER BY coalesce(paper.year, -1), paper.uid
    RETURN {uid: paper.uid, title: coalesce(paper.title, paper.caption), year: paper.year}
  } AS listed
  RETURN collect({
    main: place = 0, papers: listed, collaborators: [who IN part.people | who.name], topics: [topic IN part.topics[..8] | topic.label],
    probability: probability, evidence: CASE place WHEN 0 THEN [] ELSE evidence END
  }) AS groups
}
WITH record, papers, groups, reduce(most = 0.0, one IN groups | CASE WHEN one.probability > most THEN one.probability ELSE most END) AS probability
WHERE probability >= $min_probability
RETURN record.uid AS uid, record.name AS name, papers, probability, groups
ORDER BY probability DESC, papers DESC, uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
