// name: merge_documents
// about: Write documents by uid; when and from where one was first loaded stays.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MERGE (document:Document {uid: row.uid})
ON CREATE SET document.loaded_at = row.loaded_at, document.location = row.location
SET document += row.properties;
