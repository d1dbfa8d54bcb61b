// name: phrases_due
// about: The phrases of which it is to be found anew whether they are topics.
// returns: uid: str
// mode: read
// internal: yes
MATCH (f:Phrase)
WHERE f.topics_due > 0
RETURN f.uid AS uid;
