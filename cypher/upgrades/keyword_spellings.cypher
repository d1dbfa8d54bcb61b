// name: keyword_spellings
// about: How documents spell these keywords.
// params: uids: list
// returns: uid: str, code: str, spellings: list
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (t:Topic {uid: uid})
RETURN t.uid AS uid, t.code AS code, COLLECT { MATCH (t)<-[said:ABOUT|BROADER|DESCRIBES]-() RETURN DISTINCT said.label } AS spellings;
