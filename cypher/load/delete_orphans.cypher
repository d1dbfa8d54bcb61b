// name: delete_orphans
// about: Delete those of these nodes that nothing speaks of any more. What was decided about an author record waits in the
//   log for it to come back.
// params: authors: list, topics: list, venues: list, institutions: list
// returns:
// mode: write
CALL () {
  UNWIND $authors AS uid
  MATCH (a:Author {uid: uid})
  WHERE NOT EXISTS { (a)-[:WROTE|EDITED]->(:Paper) }
    AND NOT EXISTS { (:Document)-[:DESCRIBES]->(a) }
  // Whoever was merged with it is somebody else's record, or nobody's, from now on; whoever has its name wrote with fewer people.
  FOREACH (other IN COLLECT { MATCH (a)-[:SAME_AS]-(b:Author) RETURN b } | SET other.pending = true)
  FOREACH (other IN COLLECT { MATCH (b:Author {name_key: a.name_key}) RETURN b } | SET other.pending = true)
  DETACH DELETE a
}
CALL () {
  UNWIND $topics AS uid
  MATCH (t:Topic {uid: uid})
  WITH t ORDER BY t.uid
  MATCH (t)-[:BROADER*0..6]->(broad:Topic)
  WITH DISTINCT broad
  // Nothing speaks of it, nor of any topic below it.
  WHERE NOT EXISTS {
    MATCH (below:Topic)-[:BROADER*0..6]->(broad)
    WHERE EXISTS { (:Paper)-[:ABOUT]->(below) } OR EXISTS { (:Document)-[:DESCRIBES]->(below) }
  }
  DETACH DELETE broad
}
CALL () {
  UNWIND $venues AS uid
  MATCH (v:Venue {uid: uid})
  WHERE NOT EXISTS { (:Paper)-[:PUBLISHED_IN]->(v) } AND NOT EXISTS { (:Document)-[:DESCRIBES]->(v) }
  DETACH DELETE v
}
CALL () {
  UNWIND $institutions AS uid
  MATCH (i:Institution {uid: uid})
  WHERE NOT EXISTS { (:Author)-[:AFFILIATED_WITH]->(i) } AND NOT EXISTS { (:Document)-[:DESCRIBES]->(i) }
  DETACH DELETE i
};
