// name: entities_that_exist
// about: Which of these uids are author records, venues, institutions or topics that are there.
// params: uids: list
// returns: uid: str
// mode: read
// internal: yes
UNWIND $uids AS uid MATCH (n:Author {uid: uid}) RETURN n.uid AS uid
UNION
UNWIND $uids AS uid MATCH (n:Venue {uid: uid}) RETURN n.uid AS uid
UNION
UNWIND $uids AS uid MATCH (n:Institution {uid: uid}) RETURN n.uid AS uid
UNION
UNWIND $uids AS uid MATCH (n:Topic {uid: uid}) RETURN n.uid AS uid;
