// name: incomplete_documents
// about: Documents whose loading was broken off.
// returns: uid: str, location: str?
// mode: read
// internal: yes
MATCH (document:Document)
WHERE document.complete = false
RETURN document.uid AS uid, document.location AS location
ORDER BY location, uid;
