// name: authors_of_other_ids
// about: The author records that bear the uid of one of these as an id, now or before: `holder` bears `uid`.
// params: uids: list
// returns: uid: str, holder: str
// mode: read
// internal: yes
// committed: yes
UNWIND [uid IN $uids WHERE NOT uid STARTS WITH 'name:'] AS uid
CALL db.index.fulltext.queryNodes('author_ids', '"' + replace(replace(uid, '\\', ' '), '"', ' ') + '"') YIELD node AS a
WITH uid, a
WHERE a.uid <> uid
RETURN DISTINCT uid, a.uid AS holder;
