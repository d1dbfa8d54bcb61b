// name: documents
// about: The loaded documents: what each one is, about whom, how much was read from it, and whether what it declares of
//   itself was borne out. `complete` is false where loading was broken off, `truncated` true where the document ends within
//   a record, as after a download that broke off. `facts` holds all that the document says of itself.
// returns: uid: str, location: str?, format: str?, source: str?, about: str?, loaded_at: any, complete: bool?, truncated:
//   bool, confirmed: bool?, read: int?, rejected: int?, papers: int, facts: map
// mode: read
MATCH (document:Document)
RETURN document.uid AS uid, document.location AS location, document.format AS format, document.source AS source,
  document.about AS about, document.loaded_at AS loaded_at, document.complete AS complete,
  coalesce(document.truncated, false) AS truncated, document.confirmed AS confirmed, document.read AS read,
  document.rejected AS rejected, COUNT { MATCH (document)-[:DESCRIBES]->(paper:Paper) RETURN DISTINCT paper } AS papers, properties(document) AS facts
ORDER BY location, uid;
