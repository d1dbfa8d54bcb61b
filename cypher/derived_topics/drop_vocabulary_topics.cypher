// name: drop_vocabulary_topics
// about: Delete those of these terms of vocabularies that stand above no topic any more; what a vocabulary or documents still have stays,
//   spelt as they spell it.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (t:Topic {uid: uid})
CALL (t) {
  MATCH (t)<-[said:ABOUT|BROADER|DESCRIBES]-()
  WITH t, min(said.label) AS label
  SET t.label = label
}
WITH t
WHERE NOT EXISTS { (t)<-[:ABOUT|BROADER|DESCRIBES]-() }
DETACH DELETE t;
