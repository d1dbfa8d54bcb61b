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
  WHERE NOT EXISTS { (:Paper)-[:ABOUT]->(t) } AND NOT EXISTS { (:Topic)-[:BROADER]->(t) }
  OPTIONAL MATCH (t)-[:BROADER]->(broad:Topic)
  DETACH DELETE t
  WITH DISTINCT broad
  WHERE broad IS NOT NULL AND NOT EXISTS { (:Paper)-[:ABOUT]->(broad) } AND NOT EXISTS { (:Topic)-[:BROADER]->(broad) }
  DETACH DELETE broad
}
CALL () {
  UNWIND $venues AS uid
  MATCH (v:Venue {uid: uid})
  WHERE NOT EXISTS { (:Paper)-[:PUBLISHED_IN]->(v) }
  DETACH DELETE v
}
CALL () {
  UNWIND $institutions AS uid
  MATCH (i:Institution {uid: uid})
  WHERE NOT EXISTS { (:Author)-[:AFFILIATED_WITH]->(i) }
  DETACH DELETE i
};
