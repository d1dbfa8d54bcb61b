// name: count_records
// about: How many records of a document the graph holds.
// params: document: str
// returns: records: int
// mode: read
// internal: yes
OPTIONAL MATCH (:Document {uid: $document})-[d:DESCRIBES]->()
WHERE d.part = 0
RETURN count(d) AS records;
