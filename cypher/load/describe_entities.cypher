// name: describe_entities
// about: Tie documents to the people, venues, institutions and topics that records of theirs are about.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (document:Document {uid: row.document})
CALL (row) {
  MATCH (n:Author {uid: row.uid}) WHERE row.label = 'Author' RETURN n
  UNION
  MATCH (n:Venue {uid: row.uid}) WHERE row.label = 'Venue' RETURN n
  UNION
  MATCH (n:Institution {uid: row.uid}) WHERE row.label = 'Institution' RETURN n
  UNION
  MATCH (n:Topic {uid: row.uid}) WHERE row.label = 'Topic' RETURN n
}
CREATE (document)-[d:DESCRIBES]->(n)
SET d = row.properties;
