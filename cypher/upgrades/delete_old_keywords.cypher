// name: delete_old_keywords
// about: Delete those of these keywords that no paper and no record about topics gives any more, with what stood below and above them.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (t:Topic {uid: uid})
WHERE NOT EXISTS { (t)<-[:ABOUT {origin: 'given'}]-() } AND NOT EXISTS { (t)<-[:DESCRIBES]-() }
DETACH DELETE t;
