// name: clear_similar_names
// about: Take away the likeness of these author records to others, before it is worked out anew.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (:Author {uid: uid})-[similar:SIMILAR_NAME]-(:Author)
WITH DISTINCT similar
DELETE similar;
