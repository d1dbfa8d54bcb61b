// name: merge_authors
// about: Have author records with these uids; their names are worked out from their slots afterwards. `unattached` are those that
//   nothing hangs on yet: new ones, as a rule.
// params: uids: list
// returns: unattached: list
// mode: write
UNWIND $uids AS uid
MERGE (a:Author {uid: uid})
WITH a
WHERE NOT EXISTS { (a)--() }
RETURN collect(a.uid) AS unattached;
