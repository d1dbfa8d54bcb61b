// name: set_persons
// about: Write the canonical uid of the person that each of these author records is part of.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (a:Author {uid: row.uid})
SET a.person = row.person;
