// name: names_of_authors
// about: The names of these author records.
// params: uids: list
// returns: uid: str, name: str
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})
RETURN a.uid AS uid, a.name AS name;
