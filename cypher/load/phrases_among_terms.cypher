// name: phrases_among_terms
// about: The phrases that these papers use as terms, whether or not they mention them among the few that say best what they are about.
// params: papers: list
// returns: uid: str
// mode: read
// internal: yes
UNWIND $papers AS paper
MATCH (p:Paper {uid: paper})
UNWIND p.terms AS term
WITH DISTINCT 'phrase:' + term AS uid
MATCH (f:Phrase {uid: uid})
RETURN f.uid AS uid;
