// name: citation_counts
// about: How often papers are cited, by each source of counts, as documents give them: a row for each source (`given`; OpenAlex, Crossref,
//   Scopus …, of a file of references that file), that counting most papers first, and last a row of what the graph counts itself, from the
//   references of the papers in it ("this graph"; it knows of no others). `papers` is how many are asked about; `counted` those of which the source
//   gives a count, `uncounted` the others, of which nothing is known and which add nothing. `h_index` is Hirsch's (2005): the greatest h such that h of the counted papers have h
//   citations or more, so a least value where papers are uncounted. Where several documents of one source count one paper, the newest
//   holds: by the day of its export where it says that, else by when it was loaded first; of counts of one moment, as of two versions in one document, the
//   highest. `oldest` and `newest` are these days of the documents whose counts hold, `documents` how many they are. Sources count otherwise each
//   and are never added up.
//   Only the papers of a person, of a venue or an institution (its name in any case, or uid), about a topic (label or other
//   spelling in any case, or uid; one found in a text from `min_score` on), from a year on or up to one, where these are given; all of
//   them must hold.
// params: author: author? = null, together: records = [], venue: venue? = null, institution: institution? = null,
//   topic: topic? = null, since: int? = null, until: int? = null, min_score: float = 0.3
// returns: source: str, given: bool, papers: int, counted: int, uncounted: int, citations: int, h_index: int, documents: int, oldest: str?,
//   newest: str?
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
WITH given, source, citations, dated, document
ORDER BY source, citations DESC
WITH given, source, collect(citations) AS counts, sum(citations) AS citations, count(DISTINCT document) AS documents,
  min(dated) AS oldest, max(dated) AS newest
WITH collect({
  given: given, source: source, counted: size(counts), citations: citations, documents: documents, oldest: oldest, newest: newest,
  h_index: size([place IN range(0, size(counts) - 1) WHERE counts[place] > place])
}) AS sources
WITH sources, [one IN sources WHERE NOT one.given][0].counted AS papers
UNWIND sources AS one
RETURN one.source AS source, one.given AS given, papers, one.counted AS counted, papers - one.counted AS uncounted,
  one.citations AS citations, one.h_index AS h_index, one.documents AS documents, one.oldest AS oldest, one.newest AS newest
ORDER BY given DESC, counted DESC, source;
