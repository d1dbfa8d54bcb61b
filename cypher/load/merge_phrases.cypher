// name: merge_phrases
// about: Have these phrases; how a phrase is spelt is found when topics are (label_phrases).
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MERGE (f:Phrase {uid: row.uid})
ON CREATE SET f.code = row.code, f.label = row.label;
