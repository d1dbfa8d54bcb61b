// name: merge_institutions
// about: Have these institutions; of several spellings the first in alphabetical order is the name. Their ids are gathered.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MERGE (i:Institution {uid: row.uid})
SET i.ror = row.ror,
    i.name = CASE WHEN i.name < row.name THEN i.name ELSE row.name END
WITH i, row
WHERE size(row.ids) > 0
WITH i, coalesce(i.ids, []) + row.ids AS ids
SET i.ids = COLLECT { UNWIND ids AS id RETURN DISTINCT id ORDER BY id };
