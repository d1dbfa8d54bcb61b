// name: mixed_candidates
// about: Author records whose papers fall into groups that may be several people, likeliest first; one record or, without
//   `author`, every record of at least `min_papers`. Papers belong together when they share another person (by record, by
//   name, or by a similar name), or when topics and venues that they share weigh at least `threshold`: ln(N/n)/ln(N) for one
//   on n of the N papers in the graph, a venue `venue` times that. What hangs together over others is one group. The largest
//   group (`main`) is taken for the record's own; every other has the probability that it is somebody else's: the logistic
//   function of the summed weights in its `evidence`, a list of {what, weight, uids}. `groups` is a list of {main, papers:
//   [{uid, title, year}], collaborators, topics, probability, evidence}; the row's `probability` is that of its likeliest
//   group. A paper whose other authors are unknown says nothing by the lack of shared collaborators, and a single paper
//   little in any case.
// params: author: str? = null, min_papers: int = 4, min_score: float = 0.25, limit: int? = null, weights: map = {"threshold":
//   0.7, "venue": 0.3, "base": -3.2, "collaborators": 0.5, "collaborators_most": 1.5, "topics": 2.0, "together": 1.0,
//   "together_most": 1.5, "outside": 0.6, "single": -1.5, "venues": -0.5, "years": 0.1, "years_most": 1.0, "namesakes": 0.7,
//   "identified": -1.5}
// returns: uid: str, name: str, papers: int, probability: float, groups: list
// mode: read
MATCH (x:Author)
// A range in the index holds one author or all of them, and neither needs a scan.
WHERE x.uid >= coalesce($author, '') AND x.uid <= coalesce($author, '\uffff')
WITH DISTINCT x.person AS person
MATCH (record:Author {person: person})
USING INDEX SEEK record:Author(person)
WHERE coalesce(record.kind, 'person') = 'person'
  AND COUNT { (record)-[:WROTE]->() } >= CASE WHEN $author IS NULL THEN $min_papers ELSE 2 END
CALL (record) {
  MATCH (record)-[:WROTE]->(paper)
  WITH DISTINCT paper ORDER BY paper.uid
  RETURN collect(paper) AS papers, collect(paper.uid) AS uids
}
WITH record, papers, uids, CASE WHEN COUNT { (:Paper) } < 10 THEN log(10) ELSE log(COUNT { (:Paper) }) END AS most
// Papers that share another person: links from the first paper of each such person to their others.
CALL (record, papers) {
  UNWIND range(0, size(papers) - 1) AS place
  WITH record, place, papers[place] AS paper
  MATCH (paper)<-[:WROTE]-(other)
  WHERE other.person <> record.person AND coalesce(other.kind, 'person') = 'person'
  WITH place, other, [other.person, 'name ' + other.name_key]
    + COLLECT { MATCH (other)-[like:SIMILAR_NAME]->() RETURN 'pair ' + elementId(like) }
    + COLLECT { MATCH (other)<-[like:SIMILAR_NAME]-() RETURN 'pair ' + elementId(like) } AS keys
  UNWIND keys AS key
  WITH key, place ORDER BY place
  WITH key, collect(DISTINCT place) AS places
  UNWIND places[1..] AS place
  WITH DISTINCT places[0] AS i, place AS j
  RETURN collect([i, j]) AS met
}
// Union-find over the links: each one gives all papers of one label the other's label.
WITH record, papers, uids, most, met, reduce(labels = range(0, size(papers) - 1), link IN met |
  CASE WHEN labels[link[0]] = labels[link[1]] THEN labels
    ELSE [label IN labels | CASE WHEN label = labels[link[1]] THEN labels[link[0]] ELSE label END] END) AS circles
CALL (papers, circles, most) {
  UNWIND range(0, size(papers) - 1) AS place
  WITH circles, most, place, papers[place] AS paper
  CALL (paper) {
    MATCH (paper)-[:ABOUT]->(topic)
    RETURN DISTINCT topic AS subject, 1.0 AS share, COUNT { (topic)<-[:ABOUT]-() } AS uses
    UNION
    MATCH (paper)-[:PUBLISHED_IN]->(venue) WHERE coalesce(venue.kind, 'other') <> 'preprint'
    RETURN DISTINCT venue AS subject, $weights.venue AS share, COUNT { (venue)<-[:PUBLISHED_IN]-() } AS uses
  }
  WITH circles, subject, share * (1 - log(uses) / most) AS weight, collect(place) AS places
  WHERE size(places) > 1 AND weight > 0.02
  UNWIND places AS i
  UNWIND places AS j
  WITH circles, i, j, sum(weight) AS weight
  WHERE i < j AND circles[i] <> circles[j]
  RETURN collect({i: i, j: j, weight: weight}) AS likenesses
}
WITH record, papers, uids, likenesses, reduce(labels = circles, link IN [one IN likenesses WHERE one.weight >= $weights.threshold] |
  CASE WHEN labels[link.i] = labels[link.j] THEN labels
    ELSE [label IN labels | CASE WHEN label = labels[link.j] THEN labels[link.i] ELSE label END] END) AS labels
WHERE any(label IN labels WHERE label <> labels[0])
CALL (record, papers, uids, labels) {
  UNWIND range(0, size(papers) - 1) AS place
  WITH record, labels[place] AS label, papers[place] AS paper
  WITH record, label, collect(paper) AS members
  WITH label, members,
    reduce(year = 9999, paper IN members | CASE WHEN paper.year < year THEN paper.year ELSE year END) AS first,
    reduce(year = -9999, paper IN members | CASE WHEN paper.year > year THEN paper.year ELSE year END) AS last,
    COLLECT {
      UNWIND members AS paper MATCH (paper)<-[:WROTE]-(other)
      WHERE other.person <> record.person AND coalesce(other.kind, 'person') = 'person'
      WITH other.person AS person, min(other.name) AS name, count(DISTINCT paper) AS times ORDER BY times DESC, name, person
      RETURN {uid: person, name: name}
    } AS people,
    COLLECT {
      UNWIND members AS paper MATCH (paper)-[:ABOUT]->(topic)
      WITH topic, count(DISTINCT paper) AS times ORDER BY times DESC, topic.label, topic.uid LIMIT 8
      RETURN {uid: topic.uid, label: topic.label, times: times}
    } AS topics,
    COLLECT {
      UNWIND members AS paper MATCH (paper)-[:PUBLISHED_IN]->(venue) WHERE coalesce(venue.kind, 'other') <> 'preprint'
      WITH DISTINCT venue ORDER BY venue.uid RETURN {uid: venue.uid, name: venue.name}
    } AS venues
  RETURN collect({label: label, members: members, size: size(members), first: first, last: last, people: people, topics: topics,
    venues: venues}) AS parts
}
WITH record, papers, labels, likenesses, parts,
  reduce(best = parts[0], part IN parts | CASE WHEN part.size > best.size OR (part.size = best.size AND part.label < best.label)
    THEN part ELSE best END).label AS main,
  COUNT { MATCH (record)-[:SIMILAR_NAME]-(other) WHERE other.person <> record.person
    AND (other.number IS NOT NULL OR other.name_key = record.name_key) } AS namesakes
CALL (record, labels, likenesses, parts, main, namesakes) {
  UNWIND parts AS part
  WITH record, part, main, namesakes, [other IN parts WHERE other.label <> part.label] AS rest,
    reduce(nearest = 0.0, one IN likenesses | CASE WHEN (labels[one.i] = part.label) <> (labels[one.j] = part.label) AND one.weight > nearest
      THEN one.weight ELSE nearest END) AS nearest
  WITH record, part, main, namesakes, nearest,
    any(other IN rest WHERE other.people <> []) AS people_known, any(other IN rest WHERE other.topics <> []) AS topics_known,
    reduce(most = 0, other IN rest | CASE WHEN other.size > most THEN other.size ELSE most END) AS size,
    [venue IN part.venues WHERE any(other IN rest WHERE venue IN other.venues)] AS venues,
    reduce(year = 9999, other IN rest | CASE WHEN other.first < year THEN other.first ELSE year END) AS first,
    reduce(year = -9999, other IN rest | CASE WHEN other.last > year THEN other.last ELSE year END) AS last
  WITH record, part, main, [
    {what: 'papers under one name, before anything else is known', weight: $weights.base, uids: [record.uid]},
    {what: CASE WHEN part.people = [] THEN 'nobody else is known on these papers, which says nothing'
        WHEN NOT people_known THEN 'nobody else is known on the other papers, which says nothing'
        ELSE 'none of the ' + toString(size(part.people)) + ' other people on these papers is on the others' END,
      weight: CASE WHEN part.people = [] OR NOT people_known THEN 0.0
        WHEN $weights.collaborators * log(1 + size(part.people)) > $weights.collaborators_most THEN $weights.collaborators_most
        ELSE $weights.collaborators * log(1 + size(part.people)) END,
      uids: [who IN part.people | who.uid]},
    {what: CASE WHEN part.topics = [] OR NOT topics_known THEN 'no topics are known to compare'
        WHEN nearest = 0 THEN 'no topic or venue is shared with the other papers'
        ELSE 'little is shared in topics and venues with the nearest other paper (' + toString(round(nearest, 2)) + ' of '
          + toString($weights.threshold) + ')' END,
      weight: CASE WHEN part.topics = [] OR NOT topics_known THEN 0.0 WHEN nearest >= $weights.threshold THEN 0.0
        ELSE $weights.topics * (1 - nearest / $weights.threshold) ^ 2 END,
      uids: [topic IN part.topics | topic.uid]},
    {what: CASE WHEN part.size = 1 THEN 'a single paper says little' ELSE toString(part.size) + ' papers that belong together'
        + CASE WHEN [topic IN part.topics WHERE topic.times > 1] = [] THEN ''
          ELSE ' (' + reduce(text = '', topic IN [topic IN part.topics WHERE topic.times > 1] |
            text + CASE WHEN text = '' THEN '' ELSE ', ' END + topic.label) + ')' END END,
      weight: CASE WHEN part.size = 1 THEN $weights.single
        WHEN $weights.together * log(part.size) > $weights.together_most THEN $weights.together_most
        ELSE $weights.together * log(part.size) END,
      uids: [paper IN part.members | paper.uid]},
    {what: 'outside a group of ' + toString(size) + ' papers that hang together',
      weight: CASE WHEN part.size > 1 AND size > part.size THEN $weights.outside * log(toFloat(size) / part.size) END, uids: []},
    {what: reduce(text = 'published where the other papers are', venue IN venues | text + ', ' + venue.name),
      weight: CASE WHEN venues <> [] THEN $weights.venues END, uids: [venue IN venues | venue.uid]},
    {what: 'years away from the other papers', uids: [],
      weight: CASE WHEN part.first = 9999 OR first = 9999 THEN null
        WHEN part.first - last > 3 THEN CASE WHEN $weights.years * (part.first - last) > $weights.years_most THEN $weights.years_most
          ELSE $weights.years * (part.first - last) END
        WHEN first - part.last > 3 THEN CASE WHEN $weights.years * (first - part.last) > $weights.years_most THEN $weights.years_most
          ELSE $weights.years * (first - part.last) END END},
    {what: 'other people of this name are known', weight: CASE WHEN namesakes > 0 THEN $weights.namesakes END, uids: []},
    {what: 'the record carries an identifier of one person', weight: CASE WHEN size(coalesce(record.ids, [])) > 0 THEN $weights.identified END,
      uids: [record.uid]}
    ] AS pieces
  WITH part, main, [piece IN pieces WHERE piece.weight IS NOT NULL | {what: piece.what, weight: round(piece.weight, 3), uids: piece.uids}] AS evidence
  WITH part, part.label = main AS is_main, evidence,
    1 / (1 + exp(-reduce(total = 0.0, piece IN evidence | total + piece.weight))) AS probability
  ORDER BY is_main DESC, part.size DESC, probability DESC, part.label
  WITH part, is_main, evidence, probability, COLLECT {
    UNWIND part.members AS paper WITH paper ORDER BY coalesce(paper.year, -1), paper.uid
    RETURN {uid: paper.uid, title: coalesce(paper.title, paper.caption), year: paper.year}
  } AS listed
  RETURN collect({
    main: is_main, papers: listed, collaborators: [who IN part.people | who.name], topics: [topic IN part.topics | topic.label],
    probability: CASE WHEN is_main THEN 0.0 ELSE round(probability, 4) END,
    evidence: CASE WHEN is_main THEN [] ELSE evidence END
  }) AS groups
}
WITH record, papers, groups, reduce(most = 0.0, one IN groups | CASE WHEN one.probability > most THEN one.probability ELSE most END) AS probability
WHERE probability >= $min_score
RETURN record.uid AS uid, record.name AS name, size(papers) AS papers, probability, groups
ORDER BY probability DESC, papers DESC, uid
LIMIT CASE WHEN coalesce($limit, 0) > 0 THEN $limit ELSE 9223372036854775807 END;
