// name: put_vocabulary_topics
// about: Have the terms of vocabularies that stand above topics; where documents give one too, the first spelling in alphabetical order
//   is its label.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MERGE (t:Topic {uid: row.uid})
SET t.scheme = row.scheme, t.code = row.code, t.label = CASE WHEN t.label < row.label THEN t.label ELSE row.label END;
