// name: settle_authors
// about: These author records are compared now.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})
REMOVE a.pending;
