// name: set_institution_facts
// about: Write what is said of institutions.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (i:Institution {uid: row.uid})
SET i += row;
