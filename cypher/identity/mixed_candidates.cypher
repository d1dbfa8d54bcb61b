// name: mixed_candidates
// about: Author records whose papers fall into groups that may be several people's, likeliest first; the records of one person
//   or, without `author`, all. The groups are worked out at the end of every load and kept in the graph, as the `part` of each
//   WROTE: papers are put together as long as that is likelier than not, and those of no `part` are the main group (`main`),
//   which is taken for the record's own. Every other group has the probability that it is somebody else's: it is compared with
//   the main one by the measures and weights of split_candidates, and its `evidence` is a list of {feature, value, weight,
//   shared} as there, whose summed weights the logistic function makes the probability of. What is known beforehand is `base`
//   (and how many papers the main group has), `rarity` (how many people would bear the name by chance) and `identified` (the
//   record has an identifier of one person). Two authorships of one paper are two people's for sure: then all evidence is
//   `twice`, with these papers. `groups` is a list of {main, papers: [{uid, title, year}], collaborators, topics, probability,
//   evidence, worth, worth_of, teaching, teaching_of}, the main group first, then the likeliest; the row's `probability`,
//   `worth` and `teaching` are the highest of its groups. `worth` and `teaching` are as in split_candidates, and so are the
//   orders: a decision changes the group's papers and collaborators, and settles no other candidate; alike are groups. A group
//   that a person said to be the record's own (a `confirm` in the log of decisions) has probability 0. Of a paper of more than
//   `most_authors` authors so many count as collaborators, the first by the alphabet; of what is shared at most `most_shared`
//   things are named. `weights` change what the groups weigh, not the groups.
// params: author: author? = null, min_probability: float = 0.25, order: str(probability|worth|teaching) = "probability",
//   limit: count? = null, most_authors: count = 50, most_shared: count = 20, weights: map = weights.json
// returns: uid: str, name: str, papers: int, probability: float, groups: list, worth: float, teaching: float
// mode: read

// The question: records whose papers are in several groups, of one person or all.
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
  USING INDEX SEEK wrote:WROTE(part)
  WHERE wrote.part > 0
  RETURN record
}
WITH record AS asked, record AS named
WHERE coalesce(named.kind, 'person') = 'person'

// Expected namesakes: how many people would bear a name by chance. Each family name and each given name is counted once; initials
// only stand for every given name that begins with them.
WITH named.family_key AS family, collect({asked: asked, given: named.given_key}) AS holders
WITH holders, COUNT { MATCH (x:Author {family_key: family}) USING INDEX SEEK x:Author(family_key)
    WHERE coalesce(x.kind, 'person') = 'person' } AS families
UNWIND holders AS holder
WITH holder.given AS given, collect({asked: holder.asked, families: families}) AS holders
WITH given, holders, CASE WHEN size(given) = 1 THEN given + '\uffff' ELSE given END AS last
WITH holders, COUNT { MATCH (x:Author) USING INDEX SEEK x:Author(given_key) WHERE x.given_key >= given AND x.given_key <= last
    AND coalesce(x.kind, 'person') = 'person' } AS givens
UNWIND holders AS holder
WITH holder.asked AS asked, max((holder.families + 0.5) * (givens + 0.5)) AS product
WITH asked, product / COUNT { (:Author) } AS expected_namesakes

// What is known beforehand: what one name says, and an identifier. The weights of `mixed` speak for one person, and the evidence
// is that of two.
WITH asked AS record, expected_namesakes, $weights.mixed AS priors, {things: [], more: 0} AS none
WITH record, none, priors, [
  {feature: 'rarity', value: {expected_namesakes: expected_namesakes},
    weight: -round(priors.rarity * log(expected_namesakes), 3), shared: none},
  {feature: 'identified', value: {ids: size(coalesce(record.ids, []))},
    weight: CASE WHEN size(coalesce(record.ids, [])) > 0 THEN -round(priors.identified, 3) ELSE 0.0 END, shared: none}
] AS prior

// The two sides: the main group of a record's papers and each of the others, and whom and what they name.
CALL (record) {
  MATCH (record)-[wrote:WROTE]->(paper)
  WITH record, coalesce(wrote.part, 0) AS number, paper, wrote ORDER BY paper.uid
  WITH record, number, collect(paper) AS members, collect(wrote.words) AS words, min(paper.year) AS first,
    max(paper.year) AS last, all(kept IN collect(coalesce(wrote.kept, false)) WHERE kept) AS kept
  WITH record, number, members, first, last, kept,
    reduce(known = [], few IN words | known + [word IN few WHERE NOT word IN known]) AS words,
    COLLECT {
      UNWIND members AS paper
      CALL (paper) {
        MATCH (paper)<-[:WROTE]-(other) WHERE coalesce(other.kind, 'person') = 'person'
        WITH other.name_key AS key, collect(DISTINCT other) AS some ORDER BY key LIMIT $most_authors
        RETURN key, some
      }
      WITH key, some, paper WHERE key <> record.name_key
      UNWIND some AS other
      WITH key, collect(DISTINCT other) AS records, min([other.uid, other.name]) AS best, count(DISTINCT paper) AS times
      ORDER BY times DESC, key
      RETURN {key: key, name: best[1], records: records}
    } AS collaborators,
    COLLECT { UNWIND members AS paper MATCH (paper)-[:PUBLISHED_IN]->(venue) WHERE coalesce(venue.kind, 'other') <> 'preprint'
      RETURN DISTINCT venue } AS venues,
    COLLECT {
      UNWIND members AS paper MATCH (paper)-[found:ABOUT|MENTIONS]->(topic) WHERE topic:Phrase OR found.origin = 'given'
      WITH topic, count(DISTINCT paper) AS times ORDER BY times DESC, topic.label, topic.uid
      RETURN topic
    } AS topics,
    COLLECT {
      UNWIND members AS paper WITH paper ORDER BY coalesce(paper.year, -1), paper.uid
      RETURN {uid: paper.uid, title: coalesce(paper.title, paper.caption), year: paper.year}
    } AS listed
  WITH *, COLLECT { UNWIND collaborators AS one UNWIND one.records AS other RETURN other } AS people
  ORDER BY number > 0, size(members) DESC, members[0].uid, number
  RETURN collect({papers: size(members), first: first, last: last, words: words, people: people,
    names: [one IN collaborators | one.key], venues: venues, topics: topics, kept: kept, members: members, shown: {
      papers: listed, collaborators: [one IN collaborators | one.name], topics: [topic IN topics[..8] | topic.label]}}) AS parts
}
CALL (record) {
  MATCH (record)-[wrote:WROTE]->(paper)
  WITH paper, count(wrote) AS slots
  RETURN count(paper) AS of_record, collect(CASE WHEN slots > 1 THEN paper END) AS doubled
}
UNWIND range(1, size(parts) - 1) AS place
WITH *, parts[0] AS mine, parts[place] AS theirs

// Shared collaborators, the rarest first: of several records of one name that which stands on both sides, else the first.
CALL (mine, theirs) {
  UNWIND [name IN mine.names WHERE name IN theirs.names] AS name
  MATCH (who:Author {name_key: name})
  USING INDEX SEEK who:Author(name_key)
  WITH name, sum(COUNT { (who)-[:WROTE]->() }) AS papers,
    min([NOT (who IN mine.people AND who IN theirs.people), who.uid, who.name]) AS best
  ORDER BY papers, name
  RETURN collect({uid: best[1], name: best[2], papers: papers}) AS both, toFloat(sum(1 / log(1 + papers))) AS both_sum
}

// Linked collaborators, where nobody is shared: who of the side that has fewer wrote with somebody of the other side; and how
// many would by chance, which is the likelier the more papers they have and the more the others are.
WITH *, size(mine.names) <= size(theirs.names) AS mine_fewer
WITH *, CASE WHEN mine_fewer THEN mine.names ELSE theirs.names END AS fewer,
  CASE WHEN mine_fewer THEN theirs.names ELSE mine.names END AS more
CALL (both, fewer, more) {
  WITH fewer, more WHERE both = []
  UNWIND fewer AS name
  MATCH (who:Author {name_key: name})
  USING INDEX SEEK who:Author(name_key)
  WHERE coalesce(who.kind, 'person') = 'person'
  WITH name, size(more) AS others, sum(COUNT { (who)-[:WROTE]->() }) AS papers, min([NOT EXISTS {
    MATCH (who)-[:WROTE]->(paper)<-[:WROTE]-(known)
    WHERE COUNT { (paper)<-[:WROTE]-() } <= $most_authors AND known.name_key IN more
      AND coalesce(known.kind, 'person') = 'person'
  }, who.uid, who.name]) AS best
  WITH name, best, papers * others * $weights.linked.chance AS expected
  ORDER BY name
  RETURN collect(CASE WHEN NOT best[0] THEN {uid: best[1], name: best[2]} END) AS linked,
    toFloat(sum(CASE WHEN expected < 1 THEN expected ELSE 1.0 END)) AS expected
}

// Shared venues and topics, the rarest first, and shared words of affiliations.
CALL (mine, theirs) {
  UNWIND [venue IN mine.venues WHERE venue IN theirs.venues] AS venue
  WITH venue, COUNT { (venue)<-[:PUBLISHED_IN]-() } AS papers
  ORDER BY papers, venue.name, venue.uid
  RETURN collect({uid: venue.uid, name: venue.name, papers: papers}) AS venues, toFloat(sum(1 / log(1 + papers))) AS venue_sum
}
CALL (mine, theirs) {
  UNWIND [topic IN mine.topics WHERE topic IN theirs.topics] AS topic
  WITH topic, CASE
    WHEN 'phrase' IN topic.schemes THEN COUNT { (topic)<-[:ABOUT {origin: 'given'}]-() }
    ELSE COUNT { (topic)<-[:ABOUT|MENTIONS]-() }
  END AS papers
  ORDER BY papers, topic.label, topic.uid
  RETURN collect({uid: topic.uid, name: topic.label, papers: papers}) AS topics, toFloat(sum(1 / log(1 + papers))) AS topic_sum
}
WITH *, COLLECT { UNWIND mine.words AS word WITH word WHERE word IN theirs.words RETURN {name: word} ORDER BY word } AS words

// The measures of each feature; null where nothing is known.
WITH *, CASE WHEN mine.papers <= theirs.papers THEN mine.papers ELSE theirs.papers END AS fewer_papers,
  CASE WHEN size(mine.topics) <= size(theirs.topics) THEN size(mine.topics) ELSE size(theirs.topics) END AS fewer_topics,
  CASE WHEN size(mine.words) <= size(theirs.words) THEN size(mine.words) ELSE size(theirs.words) END AS fewer_words,
  CASE WHEN mine.first > theirs.last THEN mine.first - theirs.last WHEN theirs.first > mine.last THEN theirs.first - mine.last
    WHEN mine.first IS NOT NULL AND theirs.first IS NOT NULL THEN 0 END AS years
WITH *, {
  shared_collaborators: CASE WHEN both <> [] THEN
    {shared_collaborators: both_sum, fewer_collaborators: size(fewer), more_collaborators: size(more)} END,
  linked_collaborators: CASE WHEN both = [] THEN
    {linked_collaborators: size(linked), linked_to_expected: CASE WHEN linked = [] THEN 0.0
      ELSE (size(linked) + $weights.linked.besides) / (expected + $weights.linked.besides) END,
      fewer_collaborators: size(fewer), more_collaborators: size(more)} END,
  venues: {venues: venue_sum, fewer_papers: fewer_papers},
  topics: {topics: topic_sum, fewer_topics: fewer_topics},
  affiliation: CASE WHEN fewer_words > 0 THEN
    {affiliation: toFloat(size(words)) / fewer_words, years_apart: coalesce(years, 0)} END,
  years: CASE WHEN years IS NOT NULL THEN {years: years, fewer_papers: fewer_papers} END
} AS measured, {
  shared_collaborators: both, linked_collaborators: linked, venues: venues, topics: topics, affiliation: words, years: []
} AS things

// The weight of each feature: in its table the row and the column of the bins that its two measures are in.
WITH *, [one IN $weights.features WHERE measured[one.name] IS NOT NULL | {
  feature: one.name,
  value: measured[one.name],
  weight: $weights.tables[one.name]
    [size([edge IN $weights.bins[coalesce(one.rows, one.name)] WHERE edge <= measured[one.name][coalesce(one.rows, one.name)]])]
    [size([edge IN $weights.bins[one.columns] WHERE edge <= measured[one.name][one.columns]])],
  shared: {things: things[one.name][..$most_shared], more: size(things[one.name][$most_shared..])}
}] AS terms

// The evidence that a group is somebody else's, and its sum. What weighs nothing is not listed. Papers on which the name stands
// for somebody of an earlier group as well are evidence enough.
WITH *, [{feature: 'base', value: {main_papers: mine.papers}, weight: -round(priors.base, 3), shared: none}] + prior
  + [term IN terms | term {.*, weight: -round(priors.evidence * term.weight, 3)}] AS weighed,
  [paper IN doubled WHERE paper IN theirs.members AND any(earlier IN parts[..place] WHERE paper IN earlier.members)
    | {uid: paper.uid, name: coalesce(paper.title, paper.caption, paper.uid)}] AS twice
WITH *, CASE twice WHEN [] THEN weighed[..1] + [term IN weighed[1..] WHERE term.weight <> 0] ELSE [
  {feature: 'twice', value: {papers: size(twice)}, weight: priors.twice,
    shared: {things: twice[..$most_shared], more: size(twice[$most_shared..])}}
] END AS evidence
WITH *, CASE WHEN theirs.kept THEN 0.0
  ELSE round(1 / (1 + exp(-reduce(total = 0.0, term IN evidence | total + term.weight))), 4) END AS probability

// What a decision would change: the papers and collaborators of the group.
WITH *, {papers: theirs.papers, collaborators: size(theirs.names), candidates: 0} AS worth_of

// What it would tell: of the groups of one pattern of evidence the most uncertain one stands for all.
WITH [term IN evidence[1..] WHERE abs(term.weight) >= 1
    | CASE WHEN term.weight > 0 THEN '+' ELSE '-' END + term.feature] AS pattern,
  round(4 * probability * (1 - probability), 4) AS uncertainty, {record: record, of_record: of_record, main: mine.shown,
    shown: theirs.shown, papers: theirs.papers, place: place, probability: probability, evidence: evidence, worth_of: worth_of,
    worth: round(probability * (worth_of.papers + worth_of.collaborators + worth_of.candidates), 1)} AS part
WITH pattern, sum(CASE WHEN part.probability >= $min_probability THEN 1 ELSE 0 END) AS alike,
  max([uncertainty, part.record.uid, part.place]) AS first, collect(part {.*, uncertainty: uncertainty}) AS parts
UNWIND parts AS part
// A group each, since a row that is ordered is held with all that it was made of.
WITH part.record AS record, part.place AS place, head(collect([part, {uncertainty: part.uncertainty, pattern: pattern,
  alike: alike, stands_for: CASE WHEN alike > 0 AND first = [part.uncertainty, part.record.uid, part.place]
    THEN alike ELSE 1 END}])) AS found
WITH found[0] AS part, found[1] AS teaching_of, round(found[1].uncertainty * found[1].stands_for, 4) AS teaching

// The answer: a record with all its groups.
ORDER BY part.probability DESC, part.papers DESC, part.place
WITH part.record AS record, part.of_record AS of_record, head(collect(part.main)) AS main, max(part.probability) AS probability,
  max(part.worth) AS worth, max(teaching) AS teaching, collect(part {.shown, .probability, .evidence, .worth, .worth_of,
    teaching: teaching, teaching_of: teaching_of}) AS others
WHERE probability >= $min_probability
WITH *, [{shown: main, probability: 0.0, evidence: [], worth: 0.0, worth_of: null, teaching: 0.0, teaching_of: null}] + others
  AS groups
RETURN record.uid AS uid, record.name AS name, of_record AS papers, probability, [place IN range(0, size(groups) - 1) | {
  main: place = 0, papers: groups[place].shown.papers, collaborators: groups[place].shown.collaborators,
  topics: groups[place].shown.topics, probability: groups[place].probability, evidence: groups[place].evidence,
  worth: groups[place].worth, worth_of: groups[place].worth_of, teaching: groups[place].teaching,
  teaching_of: groups[place].teaching_of}] AS groups, worth, teaching
ORDER BY CASE $order WHEN 'worth' THEN worth WHEN 'teaching' THEN teaching ELSE probability END DESC, probability DESC,
  papers DESC, uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
