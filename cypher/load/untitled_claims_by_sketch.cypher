// name: untitled_claims_by_sketch
// about: The same among what documents say without a title.
// params: sketches: list
// returns: claim: str
// mode: read
// internal: yes
// committed: yes
UNWIND $sketches AS sketch
CALL db.index.fulltext.queryRelationships('untitled_sketches', sketch, {limit: 50}) YIELD relationship
RETURN DISTINCT relationship.claim AS claim;
