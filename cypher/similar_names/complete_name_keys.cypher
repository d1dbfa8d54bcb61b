// name: complete_name_keys
// about: Give pending author records the empty keys of name parts that they have not, which the importer's files cannot hold.
// params:
// returns:
// mode: write
MATCH (a:Author {pending: true})
WHERE a.name IS NOT NULL AND (a.family_key IS NULL OR a.given_key IS NULL OR a.name_key IS NULL)
SET a.family_key = coalesce(a.family_key, ''), a.given_key = coalesce(a.given_key, ''), a.name_key = coalesce(a.name_key, '');
