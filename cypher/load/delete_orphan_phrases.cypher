// name: delete_orphan_phrases
// about: Delete those of these phrases that no paper mentions any more, and the topics that they were.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (f:Phrase {uid: uid})
WHERE NOT EXISTS { (:Paper)-[:MENTIONS]->(f) }
OPTIONAL MATCH (f)-[:SPELLS]->(t:Topic {uid: uid})
DETACH DELETE t, f;
