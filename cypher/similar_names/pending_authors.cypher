// name: pending_authors
// about: Author records that were touched since names were compared last; with the name of those that stand for a person.
// returns: uid: str, name: str?
// mode: read
// internal: yes
MATCH (a:Author)
WHERE a.pending = true
RETURN a.uid AS uid, CASE WHEN a.kind = 'person' THEN a.name END AS name
ORDER BY uid;
