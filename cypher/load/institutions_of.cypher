// name: institutions_of
// about: The institutions of these author records.
// params: authors: list
// returns: uid: str
// mode: read
// internal: yes
UNWIND $authors AS uid
MATCH (:Author {uid: uid})-[:AFFILIATED_WITH]->(i:Institution)
RETURN DISTINCT i.uid AS uid;
