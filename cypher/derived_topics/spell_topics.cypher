// name: spell_topics
// about: Have phrases spell these topics, themselves or what they stand for, and no other; with null, none.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (f:Phrase {uid: row.uid})
CALL (f) {
  MATCH (f)-[old:SPELLS]->()
  DELETE old
}
MATCH (t:Topic {uid: row.topic})
CREATE (f)-[:SPELLS]->(t);
