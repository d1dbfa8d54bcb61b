// name: delete_orphans
// about: Delete those of these nodes that nothing speaks of any more. An author record that a person's decision is about stays.
// params: authors: list, topics: list, venues: list, institutions: list
// returns:
// mode: write
CALL () {
  UNWIND $authors AS uid
  MATCH (a:Author {uid: uid})
  WHERE NOT EXISTS { (a)-[:WROTE]->(:Paper) }
    AND NOT EXISTS { (:Document)-[:DESCRIBES]->(a) }
    AND NOT EXISTS { (a)-[decision:SAME_AS|DIFFERENT_FROM]-(:Author) WHERE decision.by <> 'rule' }
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
