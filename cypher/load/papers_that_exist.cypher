// name: papers_that_exist
// about: Which of these papers there are.
// params: uids: list
// returns: uid: str
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (p:Paper {uid: uid})
RETURN p.uid AS uid;
