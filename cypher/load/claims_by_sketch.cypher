// name: claims_by_sketch
// about: What documents say with an abstract that may be a version of one of these (texts that are alike share words of their
//   sketches), by its claim.
// params: sketches: list
// returns: claim: str
// mode: read
// internal: yes
// committed: yes
UNWIND $sketches AS sketch
CALL db.index.fulltext.queryRelationships('abstract_sketches', sketch, {limit: 50}) YIELD relationship
RETURN DISTINCT relationship.claim AS claim;
