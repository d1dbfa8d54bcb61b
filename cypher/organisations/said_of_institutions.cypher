// name: said_of_institutions
// about: All that is said of these institutions: on papers as lists of name, country, ids and how often, in records about people and in records
//   about themselves as JSON.
// params: uids: list
// returns: uid: str, papers: list, people: list, own: list
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (i:Institution {uid: uid})
CALL (i) {
  MATCH (i)<-[w:WRITTEN_AT]-(:Paper)
  WITH w.name AS name, w.country AS country, w.ids AS ids, count(*) AS times
  RETURN collect([name, country, coalesce(ids, []), times]) AS papers
}
CALL (i) {
  MATCH (i)<-[r:AFFILIATED_WITH]-(:Author)
  UNWIND r.said AS said
  RETURN collect(said) AS people
}
CALL (i) {
  MATCH (i)<-[d:DESCRIBES]-(:Document)
  RETURN collect(d.said) AS own
}
RETURN i.uid AS uid, papers, people, own;
