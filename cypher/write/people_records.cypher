// name: people_records
// about: All records of these people, each named by its canonical uid.
// params: persons: list
// returns: person: str, uid: str
// mode: read
UNWIND $persons AS person
MATCH (a:Author {person: person})
RETURN person, a.uid AS uid
ORDER BY person, uid;
