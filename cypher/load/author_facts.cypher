// name: author_facts
// about: What is known of author records through their slots, as authors and as editors, through the institutions that they name on
//   papers, and through the documents about them.
// params: uids: list
// returns: uid: str, slots: list, stays: list, said: list
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})
CALL (a) {
  OPTIONAL MATCH (a)-[w:WROTE|EDITED]->(:Paper)
  WITH w.names AS names, w.ids AS ids, w.kind AS kind
  WHERE names IS NOT NULL
  RETURN collect(DISTINCT [names, ids, kind]) AS slots
}
CALL (a) {
  MATCH (a)-[w:WROTE]->(p:Paper)
  UNWIND w.institutions AS place
  WITH place, count(DISTINCT p) AS papers, collect(DISTINCT p.year) AS years
  RETURN collect([place, papers, years]) AS stays
}
CALL (a) {
  OPTIONAL MATCH (:Document)-[d:DESCRIBES]->(a)
  RETURN collect(DISTINCT d.said) AS said
}
RETURN a.uid AS uid, slots, stays, said;
