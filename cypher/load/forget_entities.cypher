// name: forget_entities
// about: Take away what these places (document and record number as one word) say about people, venues, institutions and topics;
//   the nodes that they were about, and the records of the names that they curated.
// params: claims: list
// returns: label: str, uid: str
// mode: write
UNWIND $claims AS claim
MATCH (:Document)-[d:DESCRIBES {claim: claim}]->(entity)
WHERE NOT entity:Paper
WITH d, entity, coalesce(d.curates, []) + coalesce(d.shares, []) AS names
DELETE d
WITH entity, names
CALL (entity, names) {
  RETURN head(labels(entity)) AS label, entity.uid AS uid
  UNION
  UNWIND names AS name
  MATCH (a:Author {uid: name})
  RETURN 'Author' AS label, a.uid AS uid
}
RETURN DISTINCT label, uid;
