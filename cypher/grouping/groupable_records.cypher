// name: groupable_records
// about: The author records of people with two authorships or more, and those whose authorships are grouped already, of these uids or
//   (null) all: lists of the uid, what the name is counted by (family, given), whether there is an identifier, whether there are two
//   authorships or more, for which priors the authorships are grouped as they are (from, below), and within which steps of the counts
//   of names: of the family name, the given name, and all records each the least and the greatest.
// params: uids: list? = null
// returns: records: list
// mode: read
// internal: yes
CALL () {
  WITH $uids AS uids WHERE uids IS NULL
  MATCH (a:Author)
  RETURN a
  UNION
  UNWIND $uids AS uid
  MATCH (a:Author {uid: uid})
  RETURN a
}
WITH a, COUNT { (a)-[:WROTE]->() } > 1 AND coalesce(a.kind, 'person') = 'person' AND a.name IS NOT NULL AS several
WHERE several OR a.grouped_names IS NOT NULL
RETURN collect([a.uid, coalesce(a.family_key, ''), coalesce(a.given_key, ''), size(coalesce(a.ids, [])) > 0, several,
  a.grouped_from, a.grouped_below, a.grouped_names + [a.grouped_among_from, a.grouped_among_to]]) AS records;
