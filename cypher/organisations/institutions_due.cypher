// name: institutions_due
// about: The institutions that are to be worked out anew, touched after one turn and up to another, with what they are found by so far,
//   in the order of their uids. `after` and `limit` take a part: those that come after that one.
// params: after: str = "", since: int = 0, upto: int, limit: count = 1000
// returns: uid: str, keys: list
// mode: read
// internal: yes
MATCH (i:Institution)
WHERE $since < i.due <= $upto AND i.uid > $after
RETURN i.uid AS uid, coalesce(i.keys, []) AS keys
ORDER BY uid LIMIT $limit;
