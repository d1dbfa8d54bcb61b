// name: evidence_records
// about: The author records of people, with what their names are counted by; with `around` only that record, those who bear its
//   name, and those who bear the name of one of its collaborators. `authors` is the number of all author records.
// params: around: str? = null
// returns: uid: str, name: str, name_key: str, family_key: str, given_key: str, person: str, orcid: str?,
//   identified: bool, authors: int
// mode: read
CALL () {
  WITH $around AS around WHERE around IS NULL
  MATCH (record:Author)
  RETURN record
  UNION
  MATCH (centre:Author {uid: $around})-[:WROTE]->()<-[:WROTE]-(other)
  WITH DISTINCT other.name_key AS key
  MATCH (record:Author {name_key: key})
  USING INDEX SEEK record:Author(name_key)
  RETURN record
  UNION
  MATCH (centre:Author {uid: $around})
  MATCH (record:Author {name_key: centre.name_key})
  RETURN record
}
WITH record WHERE coalesce(record.kind, 'person') = 'person' AND record.name IS NOT NULL
RETURN record.uid AS uid, record.name AS name, record.name_key AS name_key, coalesce(record.family_key, '') AS family_key,
  coalesce(record.given_key, '') AS given_key, coalesce(record.person, record.uid) AS person, record.orcid AS orcid,
  size(coalesce(record.ids, [])) > 0 AS identified, COUNT { (:Author) } AS authors
ORDER BY uid;
