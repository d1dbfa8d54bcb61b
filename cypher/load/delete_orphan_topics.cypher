// name: delete_orphan_topics
// about: Delete those of these topics, and of the broader ones above them, that no document speaks of any more. What a vocabulary has stand
//   above topics stays as it has it. Keywords that texts use stay until topics are found; keywords of which that is due are marked.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (t:Topic {uid: uid})
WITH t ORDER BY t.uid
// What documents say of it has a label, and is of no vocabulary.
MATCH (t) (()-[tie:BROADER WHERE tie.vocabulary IS NULL AND tie.label IS NOT NULL]->()){0,6} (broad:Topic)
WITH DISTINCT broad
// Nothing speaks of it, nor of any topic below it.
WHERE NOT EXISTS {
  MATCH (below:Topic) (()-[tie:BROADER WHERE tie.vocabulary IS NULL AND tie.label IS NOT NULL]->()){0,6} (broad)
  WHERE EXISTS { (:Paper)-[:ABOUT {origin: 'given'}]->(below) } OR EXISTS { (:Document)-[:DESCRIBES]->(below) }
}
WITH collect(broad) AS lonely
CALL (lonely) {
  UNWIND lonely AS broad
  MATCH (broad)-[tie:BROADER WHERE tie.vocabulary IS NULL AND tie.label IS NOT NULL]-()
  WITH DISTINCT tie, endNode(tie) AS above
  DELETE tie
  RETURN collect(DISTINCT above) AS loosened
}
CALL (lonely, loosened) {
  MATCH (state:GraphState {uid: 'state'})
  UNWIND lonely + loosened AS broad
  WITH state, broad WHERE broad.scheme = 'keyword'
  SET broad.topics_due = state.turn
}
CALL (lonely, loosened) {
  UNWIND lonely + loosened AS broad
  WITH DISTINCT broad WHERE NOT 'phrase' IN coalesce(broad.schemes, [])
  MATCH (broad)<-[said:ABOUT|BROADER|DESCRIBES]-()
  WITH broad, min(said.label) AS label
  WHERE label IS NOT NULL
  SET broad.label = label
}
UNWIND lonely AS broad
WITH broad
WHERE NOT EXISTS { (broad)<-[:BROADER]-() } AND NOT 'phrase' IN coalesce(broad.schemes, [])
DETACH DELETE broad;
