// name: merge_broader_topics
// about: Have the broader topics of these, and the relationships to them; of several spellings the first in alphabetical order is the
//   label. All topics come first: one may stand above another of the same rows. What a vocabulary or the words of topics say stands beside
//   that.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MERGE (broad:Topic {uid: row.broader})
SET broad.scheme = row.scheme, broad.code = row.code,
    broad.label = CASE WHEN broad.label < row.label THEN broad.label ELSE row.label END
WITH count(*) AS topics
UNWIND $rows AS row
MATCH (narrow:Topic {uid: row.uid})
MATCH (broad:Topic {uid: row.broader})
CALL (narrow, broad, row) {
  MATCH (narrow)-[tie:BROADER]->(broad)
  WHERE tie.vocabulary IS NULL AND tie.label IS NOT NULL
  SET tie.label = CASE WHEN tie.label < row.label THEN tie.label ELSE row.label END
  RETURN count(tie) AS ties
}
WITH narrow, broad, row WHERE ties = 0
CREATE (narrow)-[:BROADER {label: row.label}]->(broad);
