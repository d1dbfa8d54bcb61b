// name: papers_of_claims
// about: The papers that these claims of documents speak of.
// params: claims: list
// returns: uid: str
// mode: read
// internal: yes
UNWIND $claims AS claim
MATCH ()-[:DESCRIBES {claim: claim}]->(p:Paper)
RETURN DISTINCT p.uid AS uid;
