// name: keywords_due
// about: The keywords of which it is to be found anew whether documents give them, whether texts use them, and how they are spelt.
// returns: uid: str
// mode: read
// internal: yes
MATCH (t:Topic)
WHERE t.topics_due > 0
RETURN t.uid AS uid;
