// name: drop_topics
// about: Delete topics that phrases were and are no more.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (t:Topic {uid: uid})
DETACH DELETE t;
