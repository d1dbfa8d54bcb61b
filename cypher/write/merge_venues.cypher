// name: merge_venues
// about: Have these venues; of several spellings and kinds the first in alphabetical order stands, whatever was loaded first.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MERGE (v:Venue {uid: row.uid})
SET v.name = CASE WHEN v.name < row.name THEN v.name ELSE row.name END,
    v.kind = CASE WHEN v.kind < row.kind THEN v.kind ELSE row.kind END;
