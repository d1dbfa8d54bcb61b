// name: count_name_parts
// about: The same as name_parts for these names only. A name of `initials`, one letter, stands for all given names that begin with it.
// params: families: list, given: list, initials: list
// returns: family: bool, parts: list
// mode: read
// internal: yes
RETURN true AS family, COLLECT {
  UNWIND $families AS key
  MATCH (a:Author {family_key: key})
  USING INDEX SEEK a:Author(family_key)
  WHERE coalesce(a.kind, 'person') = 'person' AND a.name IS NOT NULL
  WITH key, count(*) AS records
  RETURN [key, records]
} AS parts
UNION ALL
RETURN false AS family, COLLECT {
  UNWIND $given AS key
  MATCH (a:Author {given_key: key})
  USING INDEX SEEK a:Author(given_key)
  WHERE coalesce(a.kind, 'person') = 'person' AND a.name IS NOT NULL
  WITH key, count(*) AS records
  RETURN [key, records]
} + COLLECT {
  UNWIND $initials AS key
  MATCH (a:Author)
  USING INDEX SEEK a:Author(given_key)
  WHERE a.given_key STARTS WITH key AND coalesce(a.kind, 'person') = 'person' AND a.name IS NOT NULL
  WITH key, count(*) AS records
  RETURN [key, records]
} AS parts;
