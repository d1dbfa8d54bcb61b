// name: records_of_document
// about: The numbers of the records of a document that the graph holds, in order.
// params: document: str
// returns: record: int
// mode: read
// internal: yes
MATCH (:Document {uid: $document})-[d:DESCRIBES]->()
WHERE d.part = 0
RETURN d.record AS record
ORDER BY record;
