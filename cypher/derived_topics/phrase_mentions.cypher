// name: phrase_mentions
// about: How papers spell these phrases where they are among the few that say best what a paper is about: lists of uid, label, the topic
//   that the phrase spells, and of the spellings with the number of papers each.
// params: uids: list
// returns: phrases: list
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (f:Phrase {uid: uid})
WITH f, head(COLLECT { MATCH (f)-[:SPELLS]->(t) RETURN t.uid }) AS topic,
  COLLECT { MATCH (f)<-[m:MENTIONS]-() WITH m.label AS spelling, count(*) AS papers RETURN [spelling, papers] } AS spellings
RETURN collect([f.uid, f.label, topic, spellings]) AS phrases;
