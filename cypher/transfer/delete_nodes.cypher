// name: delete_nodes
// about: Delete the nodes of one label with these uids, and every relationship they have.
// params: label: str, uids: list
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
DETACH DELETE n;
