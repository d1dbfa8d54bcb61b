// name: papers_by_sketch
// about: Papers of which some document gives an abstract that may be a version of one of these (texts that are alike share words
//   of their sketches).
// params: sketches: list
// returns: uid: str
// mode: read
// internal: yes
UNWIND $sketches AS sketch
CALL db.index.fulltext.queryRelationships('abstract_sketches', sketch, {limit: 50}) YIELD relationship
RETURN DISTINCT endNode(relationship).uid AS uid;
