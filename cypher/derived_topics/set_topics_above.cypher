// name: set_topics_above
// about: Have topics that were found in texts stand below these, and below no other; with null, below none.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (t:Topic {uid: row.uid})
CALL (t) {
  MATCH (t)-[old:BROADER]->()
  DELETE old
}
MATCH (above:Topic {uid: row.above})
CREATE (t)-[:BROADER]->(above);
