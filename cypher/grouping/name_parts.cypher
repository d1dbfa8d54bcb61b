// name: name_parts
// about: How many author records of people have each family name, and how many each given name (`family` is false then).
// returns: family: bool, key: str, records: int
// mode: read
// internal: yes
MATCH (a:Author)
WHERE coalesce(a.kind, 'person') = 'person' AND a.name IS NOT NULL
RETURN true AS family, coalesce(a.family_key, '') AS key, count(*) AS records
UNION ALL
MATCH (a:Author)
WHERE coalesce(a.kind, 'person') = 'person' AND a.name IS NOT NULL
RETURN false AS family, coalesce(a.given_key, '') AS key, count(*) AS records;
