// name: clear_between_papers
// about: Take away what was worked out between these papers (near misses, and what notices are about), before it is written anew.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (:Paper {uid: uid})-[r:SIMILAR_PAPER|CORRECTS]-()
DELETE r;
