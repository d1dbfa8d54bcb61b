// name: claim_hashes
// about: What the graph holds of these places (document and record number as one word) already.
// params: claims: list
// returns: claim: str, hash: str
// mode: read
// internal: yes
UNWIND $claims AS claim
MATCH (:Document)-[d:DESCRIBES {claim: claim}]->()
RETURN d.claim AS claim, d.hash AS hash;
