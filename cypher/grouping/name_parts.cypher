// name: name_parts
// about: How many author records of people have each family name, and how many each given name (`family` is false then): lists of the
//   name and the number.
// returns: family: bool, parts: list
// mode: read
// internal: yes
MATCH (a:Author)
WHERE coalesce(a.kind, 'person') = 'person' AND a.name IS NOT NULL
WITH coalesce(a.family_key, '') AS key, count(*) AS records
RETURN true AS family, collect([key, records]) AS parts
UNION ALL
MATCH (a:Author)
WHERE coalesce(a.kind, 'person') = 'person' AND a.name IS NOT NULL
WITH coalesce(a.given_key, '') AS key, count(*) AS records
RETURN false AS family, collect([key, records]) AS parts;
