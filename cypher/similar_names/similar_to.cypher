// name: similar_to
// about: The pairs of records of similar names that one of these author records belongs to, in one row: lists of both uids.
// params: uids: list
// returns: pairs: list
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (:Author {uid: uid})-[similar:SIMILAR_NAME]-()
WITH DISTINCT similar
RETURN collect([startNode(similar).uid, endNode(similar).uid]) AS pairs;
