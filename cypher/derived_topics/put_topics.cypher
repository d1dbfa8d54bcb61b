// name: put_topics
// about: Have the topics that these phrases are.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (f:Phrase {uid: uid})
MERGE (t:Topic {uid: uid})
SET t.label = f.label, t.scheme = 'phrase', t.code = f.code;
