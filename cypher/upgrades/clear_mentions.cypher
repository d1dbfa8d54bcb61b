// name: clear_mentions
// about: Take from papers which phrases say best what they are about.
// params: papers: list
// returns:
// mode: write
UNWIND $papers AS uid
MATCH (p:Paper {uid: uid})-[mention:MENTIONS]->()
DELETE mention;
