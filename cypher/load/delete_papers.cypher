// name: delete_papers
// about: Delete papers that no document describes any more.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (p:Paper {uid: uid})
DETACH DELETE p;
