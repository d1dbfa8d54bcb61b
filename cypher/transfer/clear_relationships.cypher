// name: clear_relationships
// about: Delete the relationships of these types that these nodes own (see transfer_relationships), to write them anew.
// params: label: str, uids: list, labels: list, types: list
// returns:
// mode: write
UNWIND $uids AS uid
CALL (uid) {
  MATCH (n:Author {uid: CASE $label WHEN 'Author' THEN uid END}) RETURN n
  UNION ALL
  MATCH (n:Paper {uid: CASE $label WHEN 'Paper' THEN uid END}) RETURN n
  UNION ALL
  MATCH (n:Topic {uid: CASE $label WHEN 'Topic' THEN uid END}) RETURN n
  UNION ALL
  MATCH (n:Phrase {uid: CASE $label WHEN 'Phrase' THEN uid END}) RETURN n
  UNION ALL
  MATCH (n:Venue {uid: CASE $label WHEN 'Venue' THEN uid END}) RETURN n
  UNION ALL
  MATCH (n:Institution {uid: CASE $label WHEN 'Institution' THEN uid END}) RETURN n
  UNION ALL
  MATCH (n:Document {uid: CASE $label WHEN 'Document' THEN uid END}) RETURN n
  UNION ALL
  MATCH (n:Decision {uid: CASE $label WHEN 'Decision' THEN uid END}) RETURN n
}
CALL (n) {
  MATCH (n)-[r]->(m)
  WHERE NOT n:Document AND type(r) IN $types AND any(label IN labels(m) WHERE label IN $labels)
  RETURN r
  UNION ALL
  MATCH (n)<-[r]-(:Document)
  WHERE type(r) IN $types
  RETURN r
}
DELETE r;
