// name: put_topics
// about: Have the topics that these phrases are: the keyword that documents give, or one of their own.
// params: rows: list
// returns:
// mode: write
MATCH (state:GraphState {uid: 'state'})
UNWIND $rows AS row
MATCH (f:Phrase {uid: row.uid})
MERGE (t:Topic {uid: row.topic})
// A keyword that nobody gives any more went when it was known already that somebody does.
ON CREATE SET t.topics_due = CASE row.scheme WHEN 'keyword' THEN state.turn END
SET t.label = f.label, t.scheme = row.scheme, t.code = f.code,
  t.schemes = CASE row.scheme WHEN 'keyword' THEN ['phrase'] + [one IN coalesce(t.schemes, []) WHERE one <> 'phrase'] ELSE t.schemes END;
