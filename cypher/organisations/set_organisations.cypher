// name: set_organisations
// about: Write which organisations institutions are, and where.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (i:Institution {uid: row.uid})
SET i.organisation = row.organisation, i.country = row.country;
