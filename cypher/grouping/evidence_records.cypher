// name: evidence_records
// about: The author records of people, with what their names are counted by, in the order of their uids; with `records` those of these
//   uids only: lists of uid, name, its key, the keys of its family and given name, the person, the ORCID, and whether there is any
//   identifier. `after` and `limit` take a part: those whose uids come after that one.
// params: records: list? = null, after: str = "", limit: count = 50000
// returns: records: list
// mode: read
// internal: yes
CALL () {
  WITH $records AS records WHERE records IS NULL
  MATCH (record:Author)
  WHERE record.uid > $after AND coalesce(record.kind, 'person') = 'person' AND record.name IS NOT NULL
  RETURN record ORDER BY record.uid LIMIT $limit
  UNION
  UNWIND $records AS uid
  MATCH (record:Author {uid: uid})
  WHERE record.uid > $after AND coalesce(record.kind, 'person') = 'person' AND record.name IS NOT NULL
  RETURN record ORDER BY record.uid LIMIT $limit
}
WITH record ORDER BY record.uid
RETURN collect([record.uid, record.name, record.name_key, coalesce(record.family_key, ''), coalesce(record.given_key, ''),
  coalesce(record.person, record.uid), record.orcid, size(coalesce(record.ids, [])) > 0]) AS records;
