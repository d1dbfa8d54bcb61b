// name: record_hashes
// about: What the graph holds of these places (pairs of document uid and record number) already.
// params: places: list
// returns: document: str, record: int, hash: str
// mode: read
UNWIND $places AS place
MATCH (document:Document {uid: place[0]})
MATCH (document)-[d:DESCRIBES {record: place[1]}]->(:Paper)
WHERE d.part = 0
RETURN document.uid AS document, d.record AS record, d.hash AS hash;
