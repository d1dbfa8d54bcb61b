// name: data_quality
// about: What is missing or doubtful in the graph, each with its count. Zero everywhere would be a graph that knows all of
//   everything. `listed_by` is the stored query, with its parameter, that lists what was counted; of rejected records the documents.
// returns: metric: str, count: int, about: str, listed_by: str
// mode: read
WITH [
  {metric: 'papers_without_title',
    count: COUNT { MATCH (p:Paper) WHERE p.title IS NULL },
    about: 'no document gives a title; the abstract stands in'},
  {metric: 'papers_without_year',
    count: COUNT { MATCH (p:Paper) WHERE p.year IS NULL },
    about: 'left out of counts by year'},
  {metric: 'papers_without_abstract',
    count: COUNT { MATCH (p:Paper) WHERE p.abstract IS NULL },
    about: 'derived topics come from the title alone'},
  {metric: 'papers_without_authors',
    count: COUNT { MATCH (p:Paper) WHERE NOT EXISTS { (p)<-[:WROTE|EDITED]-() } },
    about: 'no document names anybody'},
  {metric: 'papers_with_truncated_authors',
    count: COUNT { MATCH (p:Paper) WHERE NOT coalesce(p.authors_complete, true) },
    about: 'the author list is truncated or unknown; collaborators may be missing'},
  {metric: 'papers_without_venue',
    count: COUNT { MATCH (p:Paper) WHERE NOT EXISTS { (p)-[:PUBLISHED_IN]->() } },
    about: 'left out of counts by venue'},
  {metric: 'papers_without_topic',
    count: COUNT { MATCH (p:Paper) WHERE NOT EXISTS { (p)-[:ABOUT]->() } },
    about: 'neither given nor derived'},
  {metric: 'papers_retracted',
    count: COUNT { MATCH (p:Paper) WHERE p.retracted },
    about: 'retracted or withdrawn, as a document or a notice says; they stay in all counts'},
  {metric: 'notices_about_unknown_papers',
    count: COUNT { MATCH (p:Paper) WHERE NOT EXISTS { (p)-[:CORRECTS]->() } AND EXISTS { (p)<-[d:DESCRIBES]-() WHERE d.corrects IS NOT NULL } },
    about: 'errata, corrections and retractions of papers that are not in the graph, or not told for certain'},
  {metric: 'papers_without_document',
    count: COUNT { MATCH (p:Paper) WHERE NOT EXISTS { (p)<-[:DESCRIBES]-() } },
    about: 'nothing says where they come from'},
  {metric: 'authors_without_papers',
    count: COUNT { MATCH (a:Author) WHERE NOT EXISTS { (a)-[:WROTE|EDITED]->() } },
    about: 'known from a page or a list about them only'},
  {metric: 'authorships_without_position',
    count: COUNT { MATCH ()-[w:WROTE]->() WHERE w.position IS NULL },
    about: 'a document says that they wrote it, none gives the list'},
  {metric: 'affiliations_without_institution',
    count: COUNT { MATCH ()-[w:WROTE]->() WHERE w.affiliation IS NOT NULL AND w.institutions IS NULL },
    about: 'authorships whose printed affiliation names no institution ("NA", an e-mail address); it is kept as printed'},
  {metric: 'organisations_as_authors',
    count: COUNT { MATCH (a:Author) WHERE a.kind = 'organisation' },
    about: 'kept, and not counted as people'},
  {metric: 'names_that_look_like_no_names',
    count: COUNT { MATCH (a:Author) WHERE a.doubtful_name IS NOT NULL },
    about: 'cut at the wrong place, or nobody is called so; listed by doubtful_names'},
  {metric: 'names_twice_on_a_paper',
    count: COUNT {
      MATCH (p:Paper)<-[w:WROTE]-()
      WITH p, toLower(w.name) AS name, count(*) AS slots
      WHERE slots > 1
      RETURN DISTINCT p
    },
    about: 'papers with two authors of one printed name: two people, whatever record they are under'},
  {metric: 'records_merged',
    count: COUNT { MATCH (a:Author) WHERE a.person <> a.uid },
    about: 'author records that stand for the same person as another record'},
  {metric: 'similar_name_pairs',
    count: COUNT { MATCH ()-[s:SIMILAR_NAME]->() },
    about: 'weighed by split_candidates, which lists the likely ones'},
  {metric: 'similar_paper_pairs',
    count: COUNT { MATCH ()-[s:SIMILAR_PAPER]->() },
    about: 'listed by duplicate_papers'},
  {metric: 'venues_without_kind',
    count: COUNT { MATCH (v:Venue) WHERE v.kind IS NULL OR v.kind = 'other' },
    about: 'no document says what they are'},
  {metric: 'venues_sharing_an_issn',
    count: COUNT {
      MATCH (v:Venue)
      UNWIND v.ids AS id
      WITH id, count(*) AS venues
      WHERE id STARTS WITH 'issn:' AND venues > 1
      RETURN id
    },
    about: 'may be one journal under two names; see find_venues'},
  {metric: 'documents_incomplete',
    count: COUNT { MATCH (d:Document) WHERE NOT coalesce(d.complete, true) OR coalesce(d.truncated, false) },
    about: 'truncated, or not read to the end'},
  {metric: 'documents_not_confirmed',
    count: COUNT { MATCH (d:Document) WHERE NOT coalesce(d.confirmed, true) },
    about: 'something was rejected, or a count that the document declares differs from what was read'},
  {metric: 'records_rejected',
    count: reduce(total = 0, rejected IN COLLECT { MATCH (d:Document) RETURN coalesce(d.rejected, 0) } | total + rejected),
    about: 'the load report gives the reasons'},
  {metric: 'orphans',
    count: COUNT { MATCH (n:Topic|Venue|Institution) WHERE NOT EXISTS { (n)--() } },
    about: 'topics, venues and institutions that nothing refers to'}
] AS counts
UNWIND range(0, size(counts) - 1) AS place
RETURN counts[place].metric AS metric, counts[place].count AS count, counts[place].about AS about,
  'data_quality_list metric=' + counts[place].metric AS listed_by
ORDER BY place;
