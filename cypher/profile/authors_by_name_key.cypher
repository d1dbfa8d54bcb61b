// name: authors_by_name_key
// about: Every author record of exactly that name: first those whose own name it is (`exact`), then those that list it among their
//   name forms. The key is the name in lower case, white space collapsed.
// params: name_key: name
// returns: uid: str, name: str, person: str, papers: int, exact: bool
// mode: read
CALL () {
  MATCH (record:Author {name_key: toLower($name_key)})
  USING INDEX SEEK record:Author(name_key)
  RETURN record, true AS exact
  UNION
  CALL db.index.fulltext.queryNodes('author_names', '"' + replace(replace($name_key, '\\', ' '), '"', ' ') + '"') YIELD node AS record
  WITH record
  WHERE record.name_key <> toLower($name_key) AND any(form IN record.name_forms WHERE toLower($name_key) =
    reduce(key = toLower(normalize(form, NFKC)), pair IN [['ß', 'ss'], ['’', "'"], ['‘', "'"], ['‐', '-'], ['–', '-']] |
      replace(key, pair[0], pair[1])))
  RETURN record, false AS exact
}
RETURN record.uid AS uid, record.name AS name, coalesce(record.person, record.uid) AS person,
  COUNT { MATCH (record)-[:WROTE]->(paper) RETURN DISTINCT paper } AS papers, exact
ORDER BY exact DESC, papers DESC, uid;
