// name: cited_papers
// about: The most cited papers by the counts of one `source` (such as "OpenAlex", in any case; "this graph" for citations by papers of the graph);
//   without one by the highest count that any source gives, and `source` says which does. `counts` has what each gives,
//   {source, citations, dated}, as citation_counts takes them; `in_graph` is how many papers of the graph cite it. A paper that the
//   source does not count is none of these: how many are not, `uncounted` says, the same on every row. Which papers count as in citation_counts.
// params: author: author? = null, together: records = [], venue: venue? = null, institution: institution? = null,
//   topic: topic? = null, since: int? = null, until: int? = null, min_score: float = 0.3, source: source? = null, limit: count? = 25
// returns: uid: str, year: int?, title: str?, titled: bool, venues: list, source: str, citations: int, dated: str?, counts: list,
//   in_graph: int, uncounted: int
// mode: read
CALL () {
  // The papers that count: of the person, of the institution, of the venue, about the topic, or all.
  WITH 1 AS one WHERE $author IS NOT NULL
  MATCH (me:Author)
  USING INDEX SEEK me:Author(uid)
  WHERE me.uid IN [$author] + $together
  MATCH (mine:Author {person: me.person})-[:WROTE]->(paper)
  USING INDEX SEEK mine:Author(person)
  WITH DISTINCT paper
  WHERE ($institution IS NULL OR EXISTS {
    MATCH (paper)-[:WRITTEN_AT]->(place:Institution)
    MATCH (named:Institution {organisation: place.organisation})
    WHERE toLower($institution) IN [toLower(named.name), toLower(named.uid)]
  }) AND ($venue IS NULL OR EXISTS {
    (paper)-[:PUBLISHED_IN]->(venue:Venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
  })
  RETURN paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $institution IS NOT NULL
  MATCH (named:Institution)
  USING SCAN named:Institution
  WHERE toLower($institution) IN [toLower(named.name), toLower(named.uid)]
  MATCH (place:Institution {organisation: named.organisation})<-[:WRITTEN_AT]-(paper)
  USING INDEX SEEK place:Institution(organisation)
  WITH DISTINCT paper
  WHERE ($venue IS NULL OR EXISTS {
    (paper)-[:PUBLISHED_IN]->(venue:Venue) WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
  })
  RETURN paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $institution IS NULL AND $venue IS NOT NULL
  MATCH (venue:Venue)<-[:PUBLISHED_IN]-(paper)
  USING SCAN venue:Venue
  WHERE toLower($venue) IN [toLower(venue.name), toLower(venue.uid)]
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $institution IS NULL AND $venue IS NULL AND $topic IS NOT NULL
  CALL () {
    MATCH (called:Topic {uid: $topic})
    USING INDEX SEEK called:Topic(uid)
    RETURN called
    UNION
    WITH 1 AS unnamed WHERE NOT EXISTS { (:Topic {uid: $topic}) }
    MATCH (called:Topic)
    USING SCAN called:Topic
    WHERE toLower($topic) IN [name IN [called.label, called.uid] + coalesce(called.spellings, []) | toLower(name)]
    RETURN called
  }
  MATCH (called)<-[about:ABOUT]-(paper)
  WHERE about.origin = 'given' OR about.score >= $min_score
  RETURN DISTINCT paper
  UNION ALL
  WITH 1 AS one WHERE $author IS NULL AND $institution IS NULL AND $venue IS NULL AND $topic IS NULL
  MATCH (paper:Paper)
  RETURN paper
}
WITH paper
WHERE ($since IS NULL OR paper.year >= $since) AND ($until IS NULL OR paper.year <= $until)
  AND ($topic IS NULL OR $author IS NULL AND $institution IS NULL AND $venue IS NULL OR EXISTS {
    (paper)-[about:ABOUT]->(topic:Topic)
    WHERE (about.origin = 'given' OR about.score >= $min_score)
      AND toLower($topic) IN [name IN [topic.label, topic.uid] + coalesce(topic.spellings, []) | toLower(name)]
  })
WITH DISTINCT paper
CALL (paper) {
  // What its documents give, one count a source: of the newest; and who cites it here.
  MATCH (paper)<-[said:DESCRIBES]-(document)
  WHERE said.cited_by IS NOT NULL
  WITH coalesce(document.source, document.format, 'unknown') AS source, said.cited_by AS count, document,
    coalesce(document.exported, document.loaded_at) AS dated
  ORDER BY source, coalesce(dated, '') DESC, count DESC, document.uid
  WITH source, collect([count, dated, document.uid])[0] AS newest
  RETURN true AS given, source, newest[0] AS citations, newest[1] AS dated, newest[2] AS document
  UNION ALL
  RETURN false AS given, 'this graph' AS source, COUNT { (paper)<-[:CITES]-() } AS citations, null AS dated, null AS document
}
WITH paper, max(CASE WHEN CASE WHEN $source IS NULL THEN given ELSE toLower(source) = toLower($source) END THEN citations END) AS highest
WITH count(*) AS papers, count(highest) AS counted, collect(CASE WHEN highest IS NOT NULL THEN [paper, highest] END) AS found
UNWIND found AS one
// The count lets go of the list: rows that are sorted with it would each be as long as all of them.
WITH papers - counted AS uncounted, one[0] AS paper, one[1] AS highest, count(*) AS once
ORDER BY highest DESC, coalesce(paper.year, -1) DESC, paper.uid
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
CALL (paper) {
  // What its documents give, one count a source: of the newest; and who cites it here.
  MATCH (paper)<-[said:DESCRIBES]-(document)
  WHERE said.cited_by IS NOT NULL
  WITH coalesce(document.source, document.format, 'unknown') AS source, said.cited_by AS count, document,
    coalesce(document.exported, document.loaded_at) AS dated
  ORDER BY source, coalesce(dated, '') DESC, count DESC, document.uid
  WITH source, collect([count, dated, document.uid])[0] AS newest
  RETURN true AS given, source, newest[0] AS citations, newest[1] AS dated, newest[2] AS document
  UNION ALL
  RETURN false AS given, 'this graph' AS source, COUNT { (paper)<-[:CITES]-() } AS citations, null AS dated, null AS document
}
WITH uncounted, paper, highest, given, source, citations, dated
ORDER BY given DESC, source
WITH uncounted, paper, highest, collect({given: given, source: source, citations: citations, dated: dated}) AS sources
WITH uncounted, paper, sources, [one IN sources WHERE one.citations = highest AND
  CASE WHEN $source IS NULL THEN one.given ELSE toLower(one.source) = toLower($source) END][0] AS by
RETURN paper.uid AS uid, paper.year AS year, coalesce(paper.title, paper.caption) AS title, paper.title IS NOT NULL AS titled,
  COLLECT {
    MATCH (paper)-[published:PUBLISHED_IN]->(venue)
    WITH venue, min(published.year) AS year ORDER BY year, venue.name, venue.uid
    RETURN venue.name
  } AS venues,
  by.source AS source, by.citations AS citations, by.dated AS dated,
  [one IN sources WHERE one.given | {source: one.source, citations: one.citations, dated: one.dated}] AS counts,
  [one IN sources WHERE NOT one.given][0].citations AS in_graph, uncounted
ORDER BY citations DESC, coalesce(year, -1) DESC, uid;
