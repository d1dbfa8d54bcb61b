// name: institutions_by_keys
// about: The institutions that are found by any of these ids and compared names.
// params: keys: list
// returns: uid: str
// mode: read
// internal: yes
// committed: yes
UNWIND $keys AS key
CALL db.index.fulltext.queryNodes('institution_keys', '"' + replace(replace(key, '\\', ' '), '"', ' ') + '"') YIELD node AS i
RETURN DISTINCT i.uid AS uid;
