// name: derived_topics
// about: The uids of the topics that were found in texts.
// returns: uid: str
// mode: read
// internal: yes
MATCH (t:Topic)
WHERE t.scheme = 'phrase'
RETURN t.uid AS uid;
