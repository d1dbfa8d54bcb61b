// name: records_beside
// about: These author records, and all that stand on a paper with one of their names. Of a paper of more than `most_authors` authors only
//   so many names count, the first by the alphabet.
// params: uids: list, most_authors: int
// returns: uid: str
// mode: read
// internal: yes
CALL () {
  UNWIND $uids AS uid
  MATCH (record:Author {uid: uid})
  RETURN record
  UNION
  UNWIND $uids AS uid
  MATCH (touched:Author {uid: uid})
  WITH DISTINCT touched.name_key AS name
  MATCH (namesake:Author {name_key: name})-[:WROTE]->(paper)
  USING INDEX SEEK namesake:Author(name_key)
  WITH paper, collect(DISTINCT name) AS names
  WITH paper, names, CASE WHEN COUNT { (paper)<-[:WROTE]-() } > $most_authors THEN COLLECT {
      MATCH (paper)<-[:WROTE]-(one) WHERE coalesce(one.kind, 'person') = 'person'
      RETURN DISTINCT one.name_key AS key ORDER BY key LIMIT $most_authors
    } END AS telling
  WHERE telling IS NULL OR any(name IN names WHERE name IN telling)
  MATCH (paper)<-[:WROTE]-(record)
  RETURN record
}
RETURN record.uid AS uid;
