// name: abbreviations_of_topics
// about: The phrases that spell a topic as its abbreviations, with the topic.
// returns: uid: str, topic: str
// mode: read
// internal: yes
MATCH (t:Topic)<-[:SPELLS]-(f:Phrase)
WHERE f.code <> t.code
RETURN f.uid AS uid, t.uid AS topic;
