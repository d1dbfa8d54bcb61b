// name: mark_authors_pending
// about: Note that these author records wait to be compared with others: papers came to them.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})
SET a.pending = true;
