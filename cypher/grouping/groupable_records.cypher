// name: groupable_records
// about: The author records of people with two authorships or more, and those whose authorships are grouped already: what their names are
//   counted by, and for which priors they are grouped as they are. `authors` is the number of all author records.
// returns: uid: str, family_key: str, given_key: str, identified: bool, low: float?, high: float?, authors: int
// mode: read
// internal: yes
MATCH (one:Author)
WITH count(one) AS authors
// Counted once, and not once a row: in the transaction that compares all names, a count takes as long as its changes are many.
MATCH (a:Author)
WHERE a.grouped_from IS NOT NULL
  OR COUNT { (a)-[:WROTE]->() } > 1 AND coalesce(a.kind, 'person') = 'person' AND a.name IS NOT NULL
RETURN a.uid AS uid, coalesce(a.family_key, '') AS family_key, coalesce(a.given_key, '') AS given_key,
  size(coalesce(a.ids, [])) > 0 AS identified, a.grouped_from AS low, a.grouped_below AS high, authors;
