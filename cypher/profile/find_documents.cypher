// name: find_documents
// about: The documents that a location, a uid or a SHA-256 checksum names.
// params: document: str
// returns: uid: str, location: str
// mode: read
MATCH (d:Document {uid: $document}) RETURN d.uid AS uid, d.location AS location
UNION
MATCH (d:Document {location: $document}) RETURN d.uid AS uid, d.location AS location
UNION
MATCH (d:Document {sha256: $document}) RETURN d.uid AS uid, d.location AS location;
