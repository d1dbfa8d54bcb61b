// name: delete_orphan_topics
// about: Delete those of these topics, and of the broader ones above them, that nothing speaks of any more. What a vocabulary has stand
//   above topics stays as it has it.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (t:Topic {uid: uid})
WITH t ORDER BY t.uid
MATCH (t) (()-[tie:BROADER WHERE tie.vocabulary IS NULL]->()){0,6} (broad:Topic)
WITH DISTINCT broad
// Nothing speaks of it, nor of any topic below it.
WHERE NOT EXISTS {
  MATCH (below:Topic) (()-[tie:BROADER WHERE tie.vocabulary IS NULL]->()){0,6} (broad)
  WHERE EXISTS { (:Paper)-[:ABOUT]->(below) } OR EXISTS { (:Document)-[:DESCRIBES]->(below) }
}
WITH collect(broad) AS lonely
CALL (lonely) {
  UNWIND lonely AS broad
  MATCH (broad)-[tie:BROADER WHERE tie.vocabulary IS NULL]-()
  WITH DISTINCT tie
  DELETE tie
}
UNWIND lonely AS broad
CALL (broad) {
  MATCH (broad)<-[said:BROADER]-()
  WITH broad, min(said.label) AS label
  SET broad.label = label
}
WITH broad
WHERE NOT EXISTS { (broad)<-[:BROADER]-() }
DETACH DELETE broad;
