// name: forget_entities
// about: Take away what these places (document and record number as one word) say about people, venues, institutions and topics.
// params: claims: list
// returns: label: str, uid: str
// mode: write
UNWIND $claims AS claim
MATCH (:Document)-[d:DESCRIBES {claim: claim}]->(entity)
WHERE NOT entity:Paper
DELETE d
RETURN DISTINCT head(labels(entity)) AS label, entity.uid AS uid;
