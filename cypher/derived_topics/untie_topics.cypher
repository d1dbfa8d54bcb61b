// name: untie_topics
// about: Have topics no more stand below others by a vocabulary or by their words; what documents say stays.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (t:Topic {uid: row.uid})-[tie:BROADER]->(:Topic {uid: row.above})
WHERE (tie.vocabulary IS NOT NULL OR tie.label IS NULL) AND coalesce(tie.vocabulary, '') = coalesce(row.vocabulary, '')
DELETE tie;
