// name: claims_of_papers
// about: Everything that documents say of these papers, one row a record.
// params: uids: list
// returns: uid: str, document: str, record: int, said: str
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (p:Paper {uid: uid})<-[d:DESCRIBES]-(document:Document)
WHERE d.part = 0
RETURN p.uid AS uid, document.uid AS document, d.record AS record, d.said AS said
ORDER BY uid, document, record;
