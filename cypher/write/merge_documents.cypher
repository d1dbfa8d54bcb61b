// name: merge_documents
// about: Write documents by uid; when one was first loaded stays.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MERGE (document:Document {uid: row.uid})
ON CREATE SET document.loaded_at = row.loaded_at
SET document += row.properties;
