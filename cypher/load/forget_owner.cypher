// name: forget_owner
// about: Take away the tie of a document to the person it is about; the records that it named.
// params: document: str
// returns: uid: str
// mode: write
MATCH (:Document {uid: $document})-[d:DESCRIBES]->(a:Author)
DELETE d
RETURN a.uid AS uid;
