// name: clear_papers
// about: Take away everything that documents say of these papers, before it is written anew; the nodes it hung on, with the first
//   spelling in alphabetical order (and of venues the first kind, and all ids) that went with it.
// params: uids: list
// returns: label: str, uid: str, name: str?, kind: str?, ids: list
// mode: write
UNWIND $uids AS uid
MATCH (:Paper {uid: uid})-[r:WROTE|EDITED|PUBLISHED_IN|ABOUT|MENTIONS|DESCRIBES|CITES|WRITTEN_AT]-(other)
WITH r, other, CASE type(r) WHEN 'ABOUT' THEN r.label WHEN 'PUBLISHED_IN' THEN r.name END AS name,
  CASE type(r) WHEN 'PUBLISHED_IN' THEN r.kind END AS kind,
  CASE type(r) WHEN 'PUBLISHED_IN' THEN coalesce(r.ids, []) ELSE [] END AS ids,
  type(r) = 'ABOUT' AND r.origin = 'derived' AS derived
DELETE r
// A derived topic stands on phrases: whether it stays is found with the topics.
WITH * WHERE NOT derived
WITH head(labels(other)) AS label, other.uid AS uid, min(name) AS name, min(kind) AS kind, collect(ids) AS ids
RETURN label, uid, name, kind, COLLECT { UNWIND ids AS some UNWIND some AS id RETURN DISTINCT id } AS ids;
