// name: set_topic_ids
// about: Write which terms of vocabularies topics are called like, and in which vocabularies they stand for their terms; null for none.
//   Keywords are of the texts too.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (t:Topic {uid: row.uid})
SET t.ids = row.ids, t.schemes = CASE t.scheme WHEN 'keyword' THEN ['phrase'] + coalesce(row.schemes, []) ELSE row.schemes END;
