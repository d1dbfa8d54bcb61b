// name: clear_pending
// about: These author records are compared now: they wait no longer.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})
REMOVE a.pending;
