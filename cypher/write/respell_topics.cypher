// name: respell_topics
// about: Give topics and venues the names that the remaining papers support, after documents were taken out.
// params: topics: list, venues: list
// returns:
// mode: write
CALL () {
  UNWIND $topics AS uid
  MATCH (t:Topic {uid: uid})<-[r:ABOUT]-(:Paper)
  WITH t, min(r.label) AS label
  SET t.label = label
}
CALL () {
  UNWIND $venues AS uid
  MATCH (v:Venue {uid: uid})<-[r:PUBLISHED_IN]-(:Paper)
  WITH v, min(r.name) AS name, min(r.kind) AS kind
  SET v.name = name, v.kind = kind
};
