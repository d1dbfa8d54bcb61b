// name: transfer_nodes
// about: The nodes of one label with these uids, whole: labels and properties.
// params: label: str, uids: list
// returns: uid: str, labels: list, properties: map
// mode: read
// internal: yes
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
RETURN uid, labels(n) AS labels, properties(n) AS properties;
