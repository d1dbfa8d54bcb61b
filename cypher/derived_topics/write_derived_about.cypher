// name: write_derived_about
// about: Write anew which derived topics these papers are about: those that their terms spell, scored as the terms are, from `least` on
//   or where the paper mentions the phrase among those that say best what it is about.
// params: papers: list, least: float
// returns:
// mode: write
UNWIND $papers AS uid
MATCH (p:Paper {uid: uid})
CALL (p) {
  MATCH (p)-[about:ABOUT {origin: 'derived'}]->()
  DELETE about
}
CALL (p) {
  UNWIND range(0, size(coalesce(p.terms, [])) - 1) AS place
  MATCH (f:Phrase {uid: 'phrase:' + p.terms[place]})-[:SPELLS]->(t:Topic)
  WHERE p.term_scores[place] >= $least OR EXISTS { (p)-[:MENTIONS]->(f) }
  WITH t, max(p.term_scores[place]) AS score
  CREATE (p)-[:ABOUT {origin: 'derived', score: score}]->(t)
};
