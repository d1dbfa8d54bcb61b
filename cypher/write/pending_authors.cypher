// name: pending_authors
// about: Author records that were touched since names were compared last.
// returns: uid: str
// mode: read
MATCH (a:Author)
WHERE a.pending = true
RETURN a.uid AS uid
ORDER BY uid;
