// name: split_candidates
// about: Pairs of author records whose names can be one person's (SIMILAR_NAME) and that may be one person, likeliest first;
//   of one person or, without `author`, all. `kind` is how the names differ, as SIMILAR_NAME has it; of names that may have
//   been changed it is "family" (another family name beside the same uncommon given name, as by marriage), "given" (another
//   given name beside the same long family name, as by transition) or "form" (given names of which one may be a form of the
//   other). Never listed: people who stand on one paper together, who have different ORCIDs, who were decided to be different,
//   or to be one, or of whom a curated list of people says that they are different. `probability` is the logistic function of
//   the summed weights in `evidence`, a list of {feature, value, weight, shared}. First comes what two such names say by
//   themselves: `base`, `name` (how they differ), `rarity` (how many people would bear such a name by chance) and
//   `competing_pairs` (how many others are named alike); then what the papers of both say together, by the features of
//   `weights`: collaborators, venues, topics, affiliations, years. `value` is a map of what was measured, by the measures'
//   names; `shared` is {things: [{uid, name, papers}], more}: what both have in common, the rarest first, at most
//   `most_shared` of them, and how many more there are. What is shared counts 1 / ln(1 + n), n its papers, so that a rare
//   collaborator tells more than a prolific one (after Adamic and Adar, Social Networks 25, 2003). Collaborators are told
//   apart by name; of a paper of more than `most_authors` authors so many count, the first by the alphabet. Two people appear
//   once, by the two records whose names make it likeliest. `worth` is how much a decision is expected to change, the order of
//   `order` "worth": the probability times the sum of `worth_of`, {papers, collaborators, candidates}: the papers of the one
//   who has fewer, their collaborators, and the other people whose names are similar to both, of each of whom two questions
//   would become one. `teaching` is how much a decision tells the weights, the order "teaching": `uncertainty` (4 p (1 - p), 1
//   at one half) times how many pairs it `stands_for`: of those of one `pattern` of evidence in this answer the most uncertain
//   one for all, which are `alike`, and every other one for itself. These are `teaching_of`; a pattern is the kind and, with
//   their signs, the pieces that weigh 1 or more. `min_probability` null is 0.5, and 0.2 where `order` is "teaching".
//   `weights`: `bins` divide each measure, `tables` hold what each of the `features` weighs, a row for each bin of the
//   measure named in `rows` (else its own) and a column for each bin of the one named in `columns`; `split` holds the rest.
//   `linked_to_expected` is how many collaborators are linked for one that would be by chance: the papers of each times the
//   number of the others times `linked.chance`, at most 1, summed; `linked.besides` is added to both sides of the ratio.
// params: author: author? = null, min_probability: float? = null, order: str(probability|worth|teaching) = "probability",
//   limit: count? = null, most_authors: count = 50, most_shared: count = 20, weights: map = weights.json
// returns: uid_a: str, name_a: str, uid_b: str, name_b: str, kind: str?, probability: float, shared: list, evidence: list,
//   papers_a: int, papers_b: int, worth: float, worth_of: map, teaching: float, teaching_of: map
// mode: read

// The question: pairs of similar names. A range in the index holds one author or all of them, and neither needs a scan.
MATCH (x:Author)
WHERE x.uid >= coalesce($author, '') AND x.uid <= coalesce($author, '\uffff')
WITH DISTINCT x.person AS person
MATCH (record:Author {person: person})-[similar:SIMILAR_NAME]-()
USING INDEX SEEK record:Author(person)
WITH DISTINCT similar
WITH similar AS asked, startNode(similar) AS a, endNode(similar) AS b
WHERE a.person <> b.person
UNWIND [a, b] AS named

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

// What is known beforehand: what the names say. Of two people's names those are taken that make it likeliest.
WITH asked AS similar, startNode(asked) AS a, endNode(asked) AS b, expected_namesakes, $weights.split AS priors
WITH *, COUNT { (a)-[other:SIMILAR_NAME]-()
      WHERE other <> similar AND NOT coalesce(other.kind, '') IN ['form', 'given'] }
    + COUNT { (b)-[other:SIMILAR_NAME]-()
      WHERE other <> similar AND NOT coalesce(other.kind, '') IN ['form', 'given'] } AS competing_pairs,
  CASE WHEN a.person < b.person THEN [a.person, b.person] ELSE [b.person, a.person] END AS people, {things: [], more: 0} AS none
WITH *, round(coalesce(priors.kinds[similar.kind], 0.0) + priors.name * similar.score, 3) AS of_name,
  round(coalesce(priors.rarity_of[similar.kind], priors.rarity) * log(expected_namesakes), 3) AS of_rarity,
  round(coalesce(priors.competing_pairs_of[similar.kind], priors.competing_pairs) * log(1 + competing_pairs), 3) AS of_competing
ORDER BY of_name + of_rarity + of_competing DESC, a.uid, b.uid
WITH people, collect({a: a, b: b, prior: [
  {feature: 'base', value: {}, weight: round(priors.base, 3), shared: none},
  {feature: 'name', value: {kind: similar.kind, score: similar.score, reasons: coalesce(similar.reasons, [])}, weight: of_name,
    shared: none},
  {feature: 'rarity', value: {expected_namesakes: expected_namesakes}, weight: of_rarity, shared: none},
  {feature: 'competing_pairs', value: {competing_pairs: competing_pairs}, weight: of_competing, shared: none}
]})[0] AS best
WITH best.a AS a, best.b AS b, best.prior AS prior

// What rules a pair out: other ORCIDs, a decision, a curated list, a paper of both.
WITH a, b, prior,
  COLLECT { MATCH (one:Author {person: a.person}) USING INDEX SEEK one:Author(person) RETURN one } AS records_a,
  COLLECT { MATCH (one:Author {person: b.person}) USING INDEX SEEK one:Author(person) RETURN one } AS records_b
WHERE (all(one IN records_a WHERE one.orcid IS NULL) OR all(one IN records_b WHERE one.orcid IS NULL)
    OR any(one IN records_a WHERE one.orcid IN [other IN records_b | other.orcid]))
  AND NOT any(one IN records_a WHERE EXISTS { MATCH (one)-[:DIFFERENT_FROM]-(two) WHERE two.person = b.person })
  AND NOT any(one IN records_a WHERE EXISTS {
    MATCH (one)<-[said:DESCRIBES]-() WHERE any(two IN records_b WHERE two.uid IN said.distinct_from) })
  AND NOT any(two IN records_b WHERE EXISTS {
    MATCH (two)<-[said:DESCRIBES]-() WHERE any(one IN records_a WHERE one.uid IN said.distinct_from) })
WITH *, COLLECT { UNWIND records_a AS one MATCH (one)-[:WROTE]->(paper) RETURN DISTINCT paper } AS papers_a,
  COLLECT { UNWIND records_b AS one MATCH (one)-[:WROTE]->(paper) RETURN DISTINCT paper } AS papers_b
WHERE NOT any(paper IN papers_b WHERE paper IN papers_a)

// The two sides: all papers of the one person and of the other, and whom and what they name.
CALL (records_a, records_b, papers_a, papers_b) {
  UNWIND [0, 1] AS side
  WITH side, [records_a, records_b][side] AS records, [papers_a, papers_b][side] AS members,
    [record IN records_a + records_b | record.name_key] AS own
  CALL (records) {
    UNWIND records AS record
    MATCH (record)-[wrote:WROTE]->(paper)
    RETURN collect(wrote.words) AS words, min(paper.year) AS first, max(paper.year) AS last
  }
  WITH side, own, members, first, last, reduce(known = [], few IN words | known + [word IN few WHERE NOT word IN known]) AS words,
    COLLECT {
      UNWIND members AS paper
      CALL (paper) {
        MATCH (paper)<-[:WROTE]-(other) WHERE coalesce(other.kind, 'person') = 'person'
        WITH other.name_key AS key, collect(DISTINCT other) AS some ORDER BY key LIMIT $most_authors
        UNWIND some AS other
        RETURN other
      }
      WITH DISTINCT other WHERE NOT other.name_key IN own
      RETURN other
    } AS people,
    COLLECT { UNWIND members AS paper MATCH (paper)-[:PUBLISHED_IN]->(venue) WHERE coalesce(venue.kind, 'other') <> 'preprint'
      RETURN DISTINCT venue } AS venues,
    COLLECT { UNWIND members AS paper MATCH (paper)-[found:ABOUT|MENTIONS]->(topic) WHERE topic:Phrase OR found.origin = 'given'
      RETURN DISTINCT topic } AS topics
  WITH *, COLLECT { UNWIND people AS one RETURN DISTINCT one.name_key } AS names
  ORDER BY side
  WITH collect({papers: size(members), first: first, last: last, words: words, people: people, names: names, venues: venues,
    topics: topics}) AS sides
  RETURN sides[0] AS mine, sides[1] AS theirs
}

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

// The evidence that two records are one person's, and its sum. What weighs nothing is not listed.
WITH *, prior + [term IN terms | term {.*, weight: round($weights.split.evidence * term.weight, 3)}] AS weighed
WITH *, weighed[..1] + [term IN weighed[1..] WHERE term.weight <> 0] AS evidence
WITH *, round(1 / (1 + exp(-reduce(total = 0.0, term IN evidence | total + term.weight))), 4) AS probability
WHERE probability >= coalesce($min_probability, CASE $order WHEN 'teaching' THEN 0.2 ELSE 0.5 END)

// What a decision would change: the papers and collaborators of the smaller side, and whose name is similar to both.
WITH *, {papers: fewer_papers, collaborators: size(fewer), candidates: COUNT {
  UNWIND records_a AS one
  MATCH (one)-[:SIMILAR_NAME]-(third)
  WHERE NOT third.person IN [a.person, b.person]
  WITH DISTINCT third.person AS person
  MATCH (record:Author {person: person})-[:SIMILAR_NAME]-(two)
  USING INDEX SEEK record:Author(person)
  WHERE two.person = b.person
  RETURN DISTINCT person
}} AS worth_of

// What it would tell: of the pairs of one pattern of evidence the most uncertain one stands for all.
WITH [prior[1].value.kind] + [term IN evidence[1..] WHERE term.feature <> 'name' AND abs(term.weight) >= 1
    | CASE WHEN term.weight > 0 THEN '+' ELSE '-' END + term.feature] AS pattern,
  round(4 * probability * (1 - probability), 4) AS uncertainty, {uid_a: a.uid, name_a: a.name, uid_b: b.uid, name_b: b.name,
    kind: prior[1].value.kind, probability: probability, shared: [who IN both | who.name], evidence: evidence,
    papers_a: mine.papers, papers_b: theirs.papers, worth_of: worth_of,
    worth: round(probability * (worth_of.papers + worth_of.collaborators + worth_of.candidates), 1)} AS pair
WITH pattern, count(*) AS alike, max([uncertainty, pair.uid_a, pair.uid_b]) AS first,
  collect(pair {.*, uncertainty: uncertainty}) AS pairs
UNWIND pairs AS pair
// A group each, since a row that is ordered is held with all that it was made of.
WITH pair.uid_a AS uid_a, pair.uid_b AS uid_b, head(collect([pair, {uncertainty: pair.uncertainty, pattern: pattern, alike: alike,
  stands_for: CASE WHEN first = [pair.uncertainty, pair.uid_a, pair.uid_b] THEN alike ELSE 1 END}])) AS found
WITH found[0] AS pair, found[1] AS teaching_of

// The answer.
RETURN pair.uid_a AS uid_a, pair.name_a AS name_a, pair.uid_b AS uid_b, pair.name_b AS name_b, pair.kind AS kind,
  pair.probability AS probability, pair.shared AS shared, pair.evidence AS evidence, pair.papers_a AS papers_a,
  pair.papers_b AS papers_b, pair.worth AS worth, pair.worth_of AS worth_of,
  round(teaching_of.uncertainty * teaching_of.stands_for, 4) AS teaching, teaching_of
ORDER BY CASE $order WHEN 'worth' THEN worth WHEN 'teaching' THEN teaching ELSE probability END DESC, probability DESC, uid_a,
  uid_b
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
