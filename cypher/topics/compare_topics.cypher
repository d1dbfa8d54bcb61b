// name: compare_topics
// about: The topics of two people beside each other, those first of which the smaller of both shares is largest, what only one of them
//   works on last. `papers` and `share` are of `author`, `other_papers` and `other_share` of `other`; `shared` papers are by both. Shares are of each
//   person's papers that have an abstract or any topic (`of_papers`, `other_of_papers`). `cosine`, the same on every row, is the cosine of
//   both people's shares by topic (Salton and McGill 1983): 1 where they spread alike over the same topics, 0 where they have none in
//   common; `part` is what the topic adds to it. From a year on or up to one, where these are given; `origin`, `scheme`, `min_score` and `level` as
//   in topic_counts.
// params: author: author, together: records = [], other: author, other_together: records = [], since: int? = null, until: int? = null,
//   origin: str(given|derived|both) = "both", scheme: scheme? = null,
//   min_score: float = 0.3, level: int? = null, limit: count? = null
// returns: topic: str, label: str, scheme: str, papers: int, of_papers: int, share: float, other_papers: int, other_of_papers: int,
//   other_share: float, shared: int, part: float, cosine: float
// mode: read
CALL () {
  MATCH (me:Author)
  USING INDEX SEEK me:Author(uid)
  WHERE me.uid IN [$author] + $together
  MATCH (mine:Author {person: me.person})-[:WROTE]->(paper)
  USING INDEX SEEK mine:Author(person)
  WITH DISTINCT paper
  WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until) AND (EXISTS { (paper)-[:ABOUT]->() } OR paper.abstract IS NOT NULL)
  RETURN collect(paper) AS ones
}
CALL () {
  MATCH (me:Author)
  USING INDEX SEEK me:Author(uid)
  WHERE me.uid IN [$other] + $other_together
  MATCH (mine:Author {person: me.person})-[:WROTE]->(paper)
  USING INDEX SEEK mine:Author(person)
  WITH DISTINCT paper
  WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until) AND (EXISTS { (paper)-[:ABOUT]->() } OR paper.abstract IS NOT NULL)
  RETURN collect(paper) AS others
}
CALL (ones, others) {
  UNWIND ones AS paper
  RETURN paper, true AS of_one, paper IN others AS of_other
  UNION ALL
  UNWIND others AS paper
  WITH paper WHERE NOT paper IN ones
  RETURN paper, false AS of_one, true AS of_other
}
MATCH (paper)-[about:ABOUT]->(topic)
WHERE (about.origin = 'given' OR about.score >= $min_score) AND ($origin = 'both' OR about.origin = $origin)
UNWIND CASE
  WHEN $level IS NULL OR NOT EXISTS { (topic)-[:BROADER]->() }
    THEN CASE WHEN $scheme IS NULL OR topic.scheme = $scheme OR $scheme IN topic.schemes THEN [topic] ELSE [] END
  // Where a scheme is asked for, the steps are those of its topics.
  ELSE COLLECT {
    UNWIND [COLLECT {
      MATCH path = (topic)-[:BROADER*0..]->(top) WHERE NOT EXISTS { (top)-[:BROADER]->() }
      RETURN [node IN nodes(path) WHERE $scheme IS NULL OR node.scheme = $scheme OR $scheme IN node.schemes]
    }] AS ways
    UNWIND CASE ways WHEN [] THEN [[topic]] ELSE ways END AS steps
    // One that leaves the scheme where another goes on in it is no way to the top.
    WITH ways, steps
    WHERE $scheme IS NULL OR none(way IN ways WHERE size(way) > size(steps) AND way[..size(steps)] = steps)
    WITH ways, steps[CASE WHEN size(steps) <= $level THEN 0 WHEN $level > 0 THEN size(steps) - $level - 1 ELSE size(steps) - 1 END] AS node
    WHERE ($scheme IS NULL OR node.scheme = $scheme OR $scheme IN node.schemes)
      // By another way it may stand further up than it needs.
      AND none(way IN ways WHERE node IN way[CASE WHEN size(way) <= $level THEN 1 ELSE size(way) - $level END..])
    RETURN DISTINCT node
  }
END AS counted
WITH size(ones) AS of_papers, size(others) AS other_of_papers, counted AS topic,
  count(DISTINCT CASE WHEN of_one THEN paper END) AS papers, count(DISTINCT CASE WHEN of_other THEN paper END) AS other_papers,
  count(DISTINCT CASE WHEN of_one AND of_other THEN paper END) AS shared
WITH of_papers, other_of_papers, collect({topic: topic, papers: papers, other_papers: other_papers, shared: shared}) AS counts,
  sqrt(sum(papers * papers)) * sqrt(sum(other_papers * other_papers)) AS lengths
WITH *, CASE lengths WHEN 0 THEN 0.0 ELSE reduce(sum = 0, one IN counts | sum + one.papers * one.other_papers) / lengths END AS cosine
UNWIND counts AS one
WITH *, one.topic AS topic, one.papers AS papers, one.other_papers AS other_papers,
  CASE one.papers WHEN 0 THEN 0.0 ELSE 1.0 * one.papers / of_papers END AS share,
  CASE one.other_papers WHEN 0 THEN 0.0 ELSE 1.0 * one.other_papers / other_of_papers END AS other_share
RETURN topic.uid AS topic, topic.label AS label, topic.scheme AS scheme, papers, of_papers, round(share, 6) AS share,
  other_papers, other_of_papers, round(other_share, 6) AS other_share, one.shared AS shared,
  CASE lengths WHEN 0 THEN 0.0 ELSE round(papers * other_papers / lengths, 6) END AS part, round(cosine, 6) AS cosine
ORDER BY CASE WHEN share < other_share THEN share ELSE other_share END DESC, share + other_share DESC, label, topic
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
