// name: keywords_given
// about: Which of these uids are keywords that documents give: papers, records about topics, or as one above another.
// params: uids: list
// returns: uid: str
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (t:Topic {uid: uid})
WHERE EXISTS { (t)<-[:ABOUT {origin: 'given'}]-() } OR EXISTS { (t)<-[:DESCRIBES]-() }
  OR EXISTS { (t)<-[tie:BROADER]-() WHERE tie.vocabulary IS NULL AND tie.label IS NOT NULL }
RETURN uid;
