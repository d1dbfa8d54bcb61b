// name: clear_papers
// about: Take away everything that documents say of these papers, before it is written anew; the nodes it hung on.
// params: uids: list
// returns: label: str, uid: str
// mode: write
UNWIND $uids AS uid
MATCH (:Paper {uid: uid})-[r:WROTE|EDITED|PUBLISHED_IN|ABOUT|DESCRIBES|CITES]-(other)
WITH r, other
DELETE r
RETURN DISTINCT head(labels(other)) AS label, other.uid AS uid;
