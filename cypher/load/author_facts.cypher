// name: author_facts
// about: What is known of author records through their slots, as authors and as editors, and through the documents about them.
// params: uids: list
// returns: uid: str, slots: list, said: list
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})
CALL (a) {
  OPTIONAL MATCH (a)-[w:WROTE|EDITED]->(:Paper)
  WITH w.names AS names, w.ids AS ids, w.kind AS kind, w.institutions AS institutions
  WHERE names IS NOT NULL
  RETURN collect(DISTINCT [names, ids, kind, institutions]) AS slots
}
CALL (a) {
  OPTIONAL MATCH (:Document)-[d:DESCRIBES]->(a)
  RETURN collect(DISTINCT d.said) AS said
}
RETURN a.uid AS uid, slots, said;
