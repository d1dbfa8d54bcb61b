// name: transfer_relationships
// about: The relationships of these types that these nodes own, between nodes of these labels. Every relationship has one owner: where it
//   starts, or, so that a document's many are spread over what it describes, where it ends if it starts at a Document.
// params: label: str, uids: list, labels: list, types: list
// returns: start_label: str, start: str, type: str, end_label: str, end: str, properties: map
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
CALL (n) {
  MATCH (n)-[r]->(m)
  WHERE NOT n:Document AND type(r) IN $types AND any(label IN labels(m) WHERE label IN $labels)
  RETURN r
  UNION ALL
  MATCH (n)<-[r]-(:Document)
  WHERE type(r) IN $types
  RETURN r
}
WITH type(r) AS type, startNode(r) AS a, endNode(r) AS b, properties(r) AS properties
WHERE a.uid IS NOT NULL AND b.uid IS NOT NULL
RETURN [label IN labels(a) WHERE label IN $labels][0] AS start_label, a.uid AS start, type,
  [label IN labels(b) WHERE label IN $labels][0] AS end_label, b.uid AS end, properties;
