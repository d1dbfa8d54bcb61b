// name: doubtful_documents
// about: Documents that were read to their end, but of which records were rejected or declared counts were not confirmed.
// returns: uid: str, location: str?, rejected: int?
// mode: read
// internal: yes
MATCH (document:Document)
WHERE document.complete AND NOT document.confirmed
RETURN document.uid AS uid, document.location AS location, document.rejected AS rejected
ORDER BY location, uid;
