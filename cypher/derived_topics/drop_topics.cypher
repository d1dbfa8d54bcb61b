// name: drop_topics
// about: Have these be no more what texts are about: delete topics that phrases were; a keyword that documents give stays, spelt as they
//   spell it.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (t:Topic {uid: uid})
WITH t, t.scheme = 'keyword' AND (
  EXISTS { (t)<-[:ABOUT {origin: 'given'}]-() } OR EXISTS { (t)<-[:DESCRIBES]-() }
  OR EXISTS { (t)<-[tie:BROADER]-() WHERE tie.vocabulary IS NULL AND tie.label IS NOT NULL }
) AS is_given
CALL (t, is_given) {
  WITH t WHERE is_given
  MATCH (t)<-[found:ABOUT|SPELLS]-()
  WHERE type(found) = 'SPELLS' OR found.origin = 'derived'
  DELETE found
}
CALL (t, is_given) {
  WITH t WHERE is_given
  MATCH (t)<-[said:ABOUT|BROADER|DESCRIBES]-()
  WITH t, min(said.label) AS label
  SET t.label = label, t.ids = null, t.schemes = null
}
WITH t WHERE NOT is_given
DETACH DELETE t;
