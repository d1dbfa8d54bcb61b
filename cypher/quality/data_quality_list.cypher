// name: data_quality_list
// about: What data_quality counts under a `metric`, a row each, by name: papers, author records, venues, documents. `name` is the
//   beginning of the abstract where no document gives a title; `detail` is what the metric is about: the name that is doubtful or
//   stands twice, the author without position, an affiliation and its author, the other of a pair, how much was rejected; `documents` says where to look.
// params: metric: str(papers_without_title|papers_without_year|papers_without_abstract|papers_without_authors|papers_with_truncated_authors|papers_without_venue|papers_without_topic|papers_retracted|notices_about_unknown_papers|papers_without_document|authors_without_papers|authorships_without_position|affiliations_without_institution|organisations_as_authors|names_that_look_like_no_names|names_twice_on_a_paper|records_merged|similar_name_pairs|similar_paper_pairs|venues_without_kind|venues_sharing_an_issn|documents_incomplete|documents_not_confirmed|records_rejected|orphans), limit: count? = 100
// returns: uid: str, name: str?, year: int?, detail: str?, documents: list
// mode: read
CALL () {
  WITH $metric AS metric WHERE metric IN ['papers_without_title', 'papers_without_year', 'papers_without_abstract', 'papers_without_authors',
    'papers_with_truncated_authors', 'papers_without_venue', 'papers_without_topic', 'papers_retracted', 'notices_about_unknown_papers',
    'papers_without_document']
  MATCH (p:Paper)
  WHERE CASE metric
    WHEN 'papers_without_title' THEN p.title IS NULL
    WHEN 'papers_without_year' THEN p.year IS NULL
    WHEN 'papers_without_abstract' THEN p.abstract IS NULL
    WHEN 'papers_without_authors' THEN NOT EXISTS { (p)<-[:WROTE|EDITED]-() }
    WHEN 'papers_with_truncated_authors' THEN NOT coalesce(p.authors_complete, true)
    WHEN 'papers_without_venue' THEN NOT EXISTS { (p)-[:PUBLISHED_IN]->() }
    WHEN 'papers_without_topic' THEN NOT EXISTS { (p)-[:ABOUT]->() }
    WHEN 'papers_retracted' THEN coalesce(p.retracted, false)
    WHEN 'notices_about_unknown_papers' THEN NOT EXISTS { (p)-[:CORRECTS]->() } AND EXISTS { (p)<-[d:DESCRIBES]-() WHERE d.corrects IS NOT NULL }
    ELSE NOT EXISTS { (p)<-[:DESCRIBES]-() }
  END
  RETURN p AS node, NULL AS detail
  UNION ALL
  WITH $metric AS metric WHERE metric = 'names_twice_on_a_paper'
  MATCH (p:Paper)<-[w:WROTE]-()
  WITH p, toLower(w.name) AS key, min(w.name) AS name, count(*) AS slots
  WHERE slots > 1
  WITH p, name ORDER BY name
  RETURN p AS node, reduce(text = '', one IN collect(name) | text + CASE text WHEN '' THEN '' ELSE '; ' END + one) AS detail
  UNION ALL
  WITH $metric AS metric WHERE metric = 'authorships_without_position'
  MATCH (a)-[w:WROTE]->(p)
  WHERE w.position IS NULL
  RETURN p AS node, coalesce(w.name, a.name) + ' (' + a.uid + ')' AS detail
  UNION ALL
  WITH $metric AS metric WHERE metric = 'affiliations_without_institution'
  MATCH (a)-[w:WROTE]->(p)
  WHERE w.affiliation IS NOT NULL AND w.institutions IS NULL
  RETURN p AS node, w.affiliation + ' (' + a.uid + ')' AS detail
  UNION ALL
  WITH $metric AS metric WHERE metric IN ['authors_without_papers', 'organisations_as_authors', 'names_that_look_like_no_names', 'records_merged']
  MATCH (a:Author)
  WHERE CASE metric
    WHEN 'authors_without_papers' THEN NOT EXISTS { (a)-[:WROTE|EDITED]->() }
    WHEN 'organisations_as_authors' THEN coalesce(a.kind = 'organisation', false)
    WHEN 'names_that_look_like_no_names' THEN a.doubtful_name IS NOT NULL
    ELSE a.person <> a.uid
  END
  RETURN a AS node, CASE metric WHEN 'names_that_look_like_no_names' THEN a.doubtful_name WHEN 'records_merged' THEN a.person END AS detail
  UNION ALL
  WITH $metric AS metric WHERE metric = 'similar_name_pairs'
  MATCH (a)-[:SIMILAR_NAME]->(b)
  RETURN a AS node, b.name + ' (' + b.uid + ')' AS detail
  UNION ALL
  WITH $metric AS metric WHERE metric = 'similar_paper_pairs'
  MATCH (a)-[:SIMILAR_PAPER]->(b)
  RETURN a AS node, coalesce(b.title, b.caption, '') + ' (' + b.uid + ')' AS detail
  UNION ALL
  WITH $metric AS metric WHERE metric = 'venues_without_kind'
  MATCH (v:Venue) WHERE v.kind IS NULL OR v.kind = 'other'
  RETURN v AS node, NULL AS detail
  UNION ALL
  WITH $metric AS metric WHERE metric = 'venues_sharing_an_issn'
  MATCH (v:Venue)
  UNWIND v.ids AS id
  WITH id, v WHERE id STARTS WITH 'issn:' ORDER BY v.uid
  WITH id, collect(v) AS venues WHERE size(venues) > 1
  RETURN venues[0] AS node, reduce(text = id, one IN venues[1..] | text + '; ' + one.name + ' (' + one.uid + ')') AS detail
  UNION ALL
  WITH $metric AS metric WHERE metric IN ['documents_incomplete', 'documents_not_confirmed', 'records_rejected']
  MATCH (d:Document)
  WHERE CASE metric WHEN 'documents_incomplete' THEN NOT coalesce(d.complete, true) OR coalesce(d.truncated, false)
    WHEN 'documents_not_confirmed' THEN NOT coalesce(d.confirmed, true) ELSE coalesce(d.rejected, 0) > 0 END
  RETURN d AS node, CASE WHEN coalesce(d.rejected, 0) > 0 THEN toString(d.rejected) + ' rejected' END AS detail
  UNION ALL
  WITH $metric AS metric WHERE metric = 'orphans'
  MATCH (n:Topic|Venue|Institution) WHERE NOT EXISTS { (n)--() }
  RETURN n AS node, labels(n)[0] AS detail
}
WITH node, detail, coalesce(node.title, node.caption, node.name, node.label, node.location) AS name
ORDER BY coalesce(node.year, -1) DESC, name, node.uid, detail
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END
RETURN node.uid AS uid, name, node.year AS year, detail, COLLECT {
  WITH node WHERE NOT node:Document
  OPTIONAL MATCH (node)-[:WROTE|EDITED]->(paper:Paper)
  WITH node, collect(paper)[..5] AS papers
  UNWIND [node] + papers AS described
  MATCH (described)<-[:DESCRIBES]-(d:Document)
  WITH DISTINCT d.location AS location WHERE location IS NOT NULL
  RETURN location ORDER BY location LIMIT 5
} AS documents
ORDER BY coalesce(year, -1) DESC, name, uid, detail;
