// name: people_records
// about: All records of these people, each named by its canonical uid.
// params: persons: list
// returns: person: str, uid: str, orcid: str?
// mode: read
// internal: yes
UNWIND $persons AS person
MATCH (a:Author {person: person})
RETURN person, a.uid AS uid, a.orcid AS orcid
ORDER BY person, uid;
