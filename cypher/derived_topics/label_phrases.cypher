// name: label_phrases
// about: Give phrases the spelling that most papers have.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (f:Phrase {uid: row.uid})
SET f.label = row.label;
