// name: put_nodes
// about: Write nodes whole, as another graph holds them: exactly these labels and properties.
// params: rows: list
// returns:
// mode: write
CALL () {
  UNWIND [row IN $rows WHERE row.label = 'Author'] AS row
  MERGE (n:Author {uid: row.uid})
  SET n = row.properties
  SET n:$(row.labels)
  WITH n, [label IN labels(n) WHERE NOT label IN row.labels] AS others
  REMOVE n:$(others)
}
CALL () {
  UNWIND [row IN $rows WHERE row.label = 'Paper'] AS row
  MERGE (n:Paper {uid: row.uid})
  SET n = row.properties
  SET n:$(row.labels)
  WITH n, [label IN labels(n) WHERE NOT label IN row.labels] AS others
  REMOVE n:$(others)
}
CALL () {
  UNWIND [row IN $rows WHERE row.label = 'Topic'] AS row
  MERGE (n:Topic {uid: row.uid})
  SET n = row.properties
  SET n:$(row.labels)
  WITH n, [label IN labels(n) WHERE NOT label IN row.labels] AS others
  REMOVE n:$(others)
}
CALL () {
  UNWIND [row IN $rows WHERE row.label = 'Phrase'] AS row
  MERGE (n:Phrase {uid: row.uid})
  SET n = row.properties
  SET n:$(row.labels)
  WITH n, [label IN labels(n) WHERE NOT label IN row.labels] AS others
  REMOVE n:$(others)
}
CALL () {
  UNWIND [row IN $rows WHERE row.label = 'Venue'] AS row
  MERGE (n:Venue {uid: row.uid})
  SET n = row.properties
  SET n:$(row.labels)
  WITH n, [label IN labels(n) WHERE NOT label IN row.labels] AS others
  REMOVE n:$(others)
}
CALL () {
  UNWIND [row IN $rows WHERE row.label = 'Institution'] AS row
  MERGE (n:Institution {uid: row.uid})
  SET n = row.properties
  SET n:$(row.labels)
  WITH n, [label IN labels(n) WHERE NOT label IN row.labels] AS others
  REMOVE n:$(others)
}
CALL () {
  UNWIND [row IN $rows WHERE row.label = 'Document'] AS row
  MERGE (n:Document {uid: row.uid})
  SET n = row.properties
  SET n:$(row.labels)
  WITH n, [label IN labels(n) WHERE NOT label IN row.labels] AS others
  REMOVE n:$(others)
}
CALL () {
  UNWIND [row IN $rows WHERE row.label = 'Decision'] AS row
  MERGE (n:Decision {uid: row.uid})
  SET n = row.properties
  SET n:$(row.labels)
  WITH n, [label IN labels(n) WHERE NOT label IN row.labels] AS others
  REMOVE n:$(others)
}
FINISH;
