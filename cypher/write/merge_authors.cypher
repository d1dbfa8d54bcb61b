// name: merge_authors
// about: Have author records with these uids; their names are worked out from their slots afterwards.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MERGE (a:Author {uid: uid});
