// name: put_relationships
// about: Write relationships as another graph holds them; how many found both their ends.
// params: rows: list
// returns: written: int
// mode: write
UNWIND $rows AS row
CALL (row) {
  MATCH (a:Author {uid: CASE row.start_label WHEN 'Author' THEN row.start END}) RETURN a
  UNION ALL
  MATCH (a:Paper {uid: CASE row.start_label WHEN 'Paper' THEN row.start END}) RETURN a
  UNION ALL
  MATCH (a:Topic {uid: CASE row.start_label WHEN 'Topic' THEN row.start END}) RETURN a
  UNION ALL
  MATCH (a:Phrase {uid: CASE row.start_label WHEN 'Phrase' THEN row.start END}) RETURN a
  UNION ALL
  MATCH (a:Venue {uid: CASE row.start_label WHEN 'Venue' THEN row.start END}) RETURN a
  UNION ALL
  MATCH (a:Institution {uid: CASE row.start_label WHEN 'Institution' THEN row.start END}) RETURN a
  UNION ALL
  MATCH (a:Document {uid: CASE row.start_label WHEN 'Document' THEN row.start END}) RETURN a
  UNION ALL
  MATCH (a:Decision {uid: CASE row.start_label WHEN 'Decision' THEN row.start END}) RETURN a
}
CALL (row) {
  MATCH (b:Author {uid: CASE row.end_label WHEN 'Author' THEN row.end END}) RETURN b
  UNION ALL
  MATCH (b:Paper {uid: CASE row.end_label WHEN 'Paper' THEN row.end END}) RETURN b
  UNION ALL
  MATCH (b:Topic {uid: CASE row.end_label WHEN 'Topic' THEN row.end END}) RETURN b
  UNION ALL
  MATCH (b:Phrase {uid: CASE row.end_label WHEN 'Phrase' THEN row.end END}) RETURN b
  UNION ALL
  MATCH (b:Venue {uid: CASE row.end_label WHEN 'Venue' THEN row.end END}) RETURN b
  UNION ALL
  MATCH (b:Institution {uid: CASE row.end_label WHEN 'Institution' THEN row.end END}) RETURN b
  UNION ALL
  MATCH (b:Document {uid: CASE row.end_label WHEN 'Document' THEN row.end END}) RETURN b
  UNION ALL
  MATCH (b:Decision {uid: CASE row.end_label WHEN 'Decision' THEN row.end END}) RETURN b
}
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.properties
RETURN count(r) AS written;
