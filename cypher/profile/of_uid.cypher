// name: of_uid
// about: The topic, venue or institution of exactly that uid, or no row: what pages ask of again and again is found by an index
//   alone, where looking for a name reads all names.
// params: kind: str(topic|venue|institution), uid: str
// returns: uid: str
// mode: read
// internal: yes
CALL () {
  WITH 1 AS one WHERE $kind = 'topic'
  MATCH (held:Topic {uid: $uid})
  USING INDEX SEEK held:Topic(uid)
  RETURN held
  UNION ALL
  WITH 1 AS one WHERE $kind = 'venue'
  MATCH (held:Venue {uid: $uid})
  USING INDEX SEEK held:Venue(uid)
  RETURN held
  UNION ALL
  WITH 1 AS one WHERE $kind = 'institution'
  MATCH (held:Institution {uid: $uid})
  USING INDEX SEEK held:Institution(uid)
  RETURN held
}
RETURN held.uid AS uid;
