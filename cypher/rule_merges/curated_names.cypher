// name: curated_names
// about: What curated lists of people say of these author records: which names are held to be one person's, or several people's
//   (`shared`). `known` tells whether there is a record of the bare name, `together` whether both stand on one paper.
//   `curating` are {uid, curator}: lists say something of the curator that concerns the uid.
// params: uids: list, curating: list
// returns: document: str, source: str, curator: str, name: str, shared: bool, known: bool, together: bool
// mode: read
// internal: yes
CALL () {
  UNWIND $uids AS uid
  MATCH (:Author {uid: uid})<-[d:DESCRIBES]-(:Document)
  WHERE d.curates IS NOT NULL OR d.shares IS NOT NULL
  RETURN d
  UNION
  UNWIND $curating AS row
  MATCH (:Author {uid: row.curator})<-[d:DESCRIBES]-(:Document)
  WHERE row.uid IN coalesce(d.curates, []) + coalesce(d.shares, [])
  RETURN d
}
WITH d, startNode(d) AS document, endNode(d) AS a
UNWIND coalesce(d.curates, []) + coalesce(d.shares, []) AS name
OPTIONAL MATCH (b:Author {uid: name})
RETURN document.uid AS document, coalesce(document.source, document.location) AS source, a.uid AS curator, name,
  name IN coalesce(d.shares, []) AS shared, b IS NOT NULL AS known,
  b IS NOT NULL AND EXISTS { (a)-[:WROTE]->(:Paper)<-[:WROTE]-(b) } AS together;
