// name: duplicate_papers
// about: Pairs of papers that may be one work and were not joined when they were loaded, likeliest first: what speaks for it and
//   what against ("but …"), whom and which years they share. Of works with a title that comes back ("Editorial") each is paired with
//   the next one of its kind only; they come last. `title` is the beginning of the abstract where no document gives a title.
// params: min_score: float = 0.0, limit: count? = null
// returns: uid_a: str, title_a: str?, year_a: int?, uid_b: str, title_b: str?, year_b: int?, score: float, shared_authors:
//   list, evidence: list
// mode: read
MATCH (a:Paper)-[similar:SIMILAR_PAPER]->(b:Paper)
WHERE similar.score >= $min_score
WITH a, b, similar, COLLECT {
  // Each list is read once: two papers of thousands of authors would make millions of pairs.
  MATCH (b)<-[:WROTE]-(y:Author)
  WITH a, collect(y.person) + collect(y.name_key) AS keys
  MATCH (a)<-[:WROTE]-(x:Author)
  WITH x, keys WHERE any(key IN [x.person, x.name_key] WHERE key IN keys)
  WITH collect(DISTINCT x.name) AS names
  UNWIND names AS name
  RETURN name ORDER BY name
} AS shared_authors
RETURN a.uid AS uid_a, coalesce(a.title, a.caption) AS title_a, a.year AS year_a, b.uid AS uid_b,
  coalesce(b.title, b.caption) AS title_b, b.year AS year_b, toFloat(similar.score) AS score, shared_authors,
  coalesce(similar.reasons, [])
  + CASE WHEN size(shared_authors) = 0 THEN [] ELSE ['both by ' + reduce(text = shared_authors[0],
      name IN shared_authors[1..8] | text + ', ' + name)
      + CASE WHEN size(shared_authors) > 8 THEN ' and ' + toString(size(shared_authors) - 8) + ' more' ELSE '' END] END
  + CASE WHEN a.year = b.year THEN ['both of ' + toString(a.year)]
      WHEN a.year IS NULL OR b.year IS NULL THEN []
      WHEN abs(a.year - b.year) = 1 THEN ['published one year apart']
      ELSE ['published ' + toString(abs(a.year - b.year)) + ' years apart'] END AS evidence
ORDER BY score DESC, uid_a, uid_b
LIMIT CASE coalesce($limit, 0) WHEN 0 THEN 9223372036854775807 ELSE $limit END;
