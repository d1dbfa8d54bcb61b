// name: curators_of_names
// about: The author records of which curated lists of people say something about the name of one of these: `curator` and `uid`.
// params: uids: list
// returns: uid: str, curator: str
// mode: read
// internal: yes
// committed: yes
CALL db.index.fulltext.queryRelationships('curated_names', '*:*', {limit: 1}) YIELD relationship AS some
UNWIND [uid IN $uids WHERE uid STARTS WITH 'name:'] AS uid
CALL db.index.fulltext.queryRelationships('curated_names', '"' + replace(replace(uid, '\\', '\\\\'), '"', '\\"') + '"')
  YIELD relationship AS d
WITH uid, d
WHERE uid IN coalesce(d.curates, []) + coalesce(d.shares, [])
RETURN DISTINCT uid, endNode(d).uid AS curator;
