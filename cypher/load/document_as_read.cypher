// name: document_as_read
// about: A document that was read to its end in this very way, with nothing to be said against it; and how many of its records the graph holds.
// params: document: str, read_by: str
// returns: read: int, confirmed: bool, declared: list, records: int
// mode: read
// internal: yes
MATCH (document:Document {uid: $document})
WHERE document.complete AND document.read_by = $read_by
RETURN document.read AS read, document.confirmed AS confirmed,
       [name IN keys(document) WHERE name STARTS WITH 'declared_' | [name, document[name]]] AS declared,
       COUNT { MATCH (document)-[d:DESCRIBES]->() WHERE d.part = 0 } AS records;
