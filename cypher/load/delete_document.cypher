// name: delete_document
// about: Delete a document that describes nothing any more.
// params: uid: str
// returns:
// mode: write
MATCH (d:Document {uid: $uid})
DETACH DELETE d;
