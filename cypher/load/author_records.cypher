// name: author_records
// about: What was worked out of author records before; none where that was not done yet.
// params: uids: list
// returns: uid: str, names: list, ids: list, replaces: list, kind: str, stays: list
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})
WHERE a.name_forms IS NOT NULL
RETURN a.uid AS uid, a.name_forms AS names, coalesce(a.ids, []) AS ids, coalesce(a.replaces, []) AS replaces,
  coalesce(a.kind, 'person') AS kind, COLLECT {
    MATCH (a)-[r:AFFILIATED_WITH]->(i:Institution)
    RETURN [i.uid, coalesce(r.papers, 0), coalesce(r.years, []), coalesce(r.said, [])]
  } AS stays;
