// name: authors_that_exist
// about: Which of these author records there are, with their name and the person that each is part of.
// params: uids: list
// returns: uid: str, name: str, person: str
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})
RETURN a.uid AS uid, coalesce(a.name, a.uid) AS name, coalesce(a.person, a.uid) AS person;
