// name: papers_of_claims
// about: The papers that these places (document and record number as one word) describe.
// params: claims: list
// returns: uid: str
// mode: read
// internal: yes
UNWIND $claims AS claim
MATCH (:Document)-[:DESCRIBES {claim: claim}]->(p:Paper)
RETURN DISTINCT p.uid AS uid;
