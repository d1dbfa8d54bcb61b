// name: delete_orphan_topics
// about: Delete those of these topics, and of the broader ones above them, that nothing speaks of any more.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (t:Topic {uid: uid})
WITH t ORDER BY t.uid
MATCH (t)-[:BROADER*0..6]->(broad:Topic)
WITH DISTINCT broad
// Nothing speaks of it, nor of any topic below it.
WHERE NOT EXISTS {
  MATCH (below:Topic)-[:BROADER*0..6]->(broad)
  WHERE EXISTS { (:Paper)-[:ABOUT]->(below) } OR EXISTS { (:Document)-[:DESCRIBES]->(below) }
}
DETACH DELETE broad;
