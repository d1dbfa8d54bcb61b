// name: groupable_records
// about: The author records of people with two authorships or more, and those whose authorships are grouped already: lists of the uid, what
//   the name is counted by (family, given), whether there is an identifier, and for which priors the authorships are grouped as they
//   are (from, below).
// returns: records: list
// mode: read
// internal: yes
MATCH (a:Author)
WHERE a.grouped_from IS NOT NULL
  OR COUNT { (a)-[:WROTE]->() } > 1 AND coalesce(a.kind, 'person') = 'person' AND a.name IS NOT NULL
RETURN collect([a.uid, coalesce(a.family_key, ''), coalesce(a.given_key, ''), size(coalesce(a.ids, [])) > 0,
  a.grouped_from, a.grouped_below]) AS records;
