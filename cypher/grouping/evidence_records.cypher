// name: evidence_records
// about: The author records of people, with what their names are counted by; with `records` those of these uids only. `authors` is the
//   number of all author records.
// params: records: list? = null
// returns: uid: str, name: str, name_key: str, family_key: str, given_key: str, person: str, orcid: str?,
//   identified: bool, authors: int
// mode: read
// internal: yes
MATCH (one:Author)
WITH count(one) AS authors
CALL () {
  WITH $records AS records WHERE records IS NULL
  MATCH (record:Author)
  RETURN record
  UNION
  UNWIND $records AS uid
  MATCH (record:Author {uid: uid})
  RETURN record
}
WITH record, authors WHERE coalesce(record.kind, 'person') = 'person' AND record.name IS NOT NULL
RETURN record.uid AS uid, record.name AS name, record.name_key AS name_key, coalesce(record.family_key, '') AS family_key,
  coalesce(record.given_key, '') AS given_key, coalesce(record.person, record.uid) AS person, record.orcid AS orcid,
  size(coalesce(record.ids, [])) > 0 AS identified, authors
ORDER BY uid;
