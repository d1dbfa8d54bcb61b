// name: merge_institutions
// about: Have these institutions; of several spellings the first in alphabetical order is the name.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MERGE (i:Institution {uid: row.uid})
SET i.ror = row.ror,
    i.name = CASE WHEN i.name < row.name THEN i.name ELSE row.name END;
