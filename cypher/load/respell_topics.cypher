// name: respell_topics
// about: Give topics and venues the names (and venues the ids and other names) that the remaining documents support, after some were
//   taken out or written anew.
// params: topics: list, venues: list
// returns:
// mode: write
CALL () {
  UNWIND $topics AS uid
  MATCH (t:Topic {uid: uid})<-[r:ABOUT|BROADER|DESCRIBES]-()
  WITH t, min(r.label) AS label
  // What only texts speak of gets its name when topics are found.
  WHERE label IS NOT NULL
  SET t.label = label
}
CALL () {
  UNWIND $venues AS uid
  MATCH (v:Venue {uid: uid})<-[r:PUBLISHED_IN|DESCRIBES]-()
  WITH v, min(r.name) AS name, min(r.kind) AS kind
  SET v.name = name, v.kind = kind
}
CALL () {
  UNWIND $venues AS uid
  MATCH (v:Venue {uid: uid})
  WHERE v.ids IS NOT NULL OR v.aliases IS NOT NULL
  WITH v, COLLECT { MATCH (v)<-[r:PUBLISHED_IN|DESCRIBES]-() UNWIND r.ids AS id RETURN DISTINCT id ORDER BY id } AS ids,
    COLLECT { MATCH (v)<-[r:DESCRIBES]-() UNWIND r.aliases AS alias RETURN DISTINCT alias ORDER BY alias } AS aliases
  SET v.ids = CASE WHEN size(ids) + size(aliases) > 0 THEN ids END,
    v.aliases = CASE WHEN size(ids) + size(aliases) > 0 THEN aliases END
};
