// name: merge_topics
// about: Have these topics; of several spellings the first in alphabetical order is the label, whatever was loaded first. One that texts use too gets the name
//   that it has there back when topics are found.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MERGE (t:Topic {uid: row.uid})
SET t.scheme = row.scheme, t.code = row.code,
    t.label = CASE WHEN t.label < row.label THEN t.label ELSE row.label END;
