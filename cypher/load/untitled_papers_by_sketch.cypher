// name: untitled_papers_by_sketch
// about: The same among what documents describe without a title.
// params: sketches: list
// returns: uid: str
// mode: read
// internal: yes
UNWIND $sketches AS sketch
CALL db.index.fulltext.queryRelationships('untitled_sketches', sketch, {limit: 50}) YIELD relationship
RETURN DISTINCT endNode(relationship).uid AS uid;
