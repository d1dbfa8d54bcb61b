// name: clear_near_misses
// about: Take away the near misses between these papers, before they are written anew.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (:Paper {uid: uid})-[r:SIMILAR_PAPER]-()
DELETE r;
