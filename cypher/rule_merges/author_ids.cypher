// name: author_ids
// about: Names and ids of these author records, and the ids that were merged into theirs.
// params: uids: list
// returns: uid: str, name: str, ids: list, replaces: list
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})
RETURN a.uid AS uid, coalesce(a.name, a.uid) AS name, coalesce(a.ids, []) AS ids, coalesce(a.replaces, []) AS replaces;
