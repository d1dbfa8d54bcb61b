// name: merge_venues
// about: Have these venues; of several spellings and kinds the first in alphabetical order stands, whatever was loaded first. Their ids
//   and other names are gathered.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MERGE (v:Venue {uid: row.uid})
SET v.name = CASE WHEN v.name < row.name THEN v.name ELSE row.name END,
    v.kind = CASE WHEN v.kind < row.kind THEN v.kind ELSE row.kind END
WITH v, row
WHERE size(row.ids) + size(row.aliases) > 0
WITH v, coalesce(v.ids, []) + row.ids AS ids, coalesce(v.aliases, []) + row.aliases AS aliases
SET v.ids = COLLECT { UNWIND ids AS id RETURN DISTINCT id ORDER BY id },
    v.aliases = COLLECT { UNWIND aliases AS alias RETURN DISTINCT alias ORDER BY alias };
