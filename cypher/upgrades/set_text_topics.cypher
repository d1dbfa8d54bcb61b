// name: set_text_topics
// about: Write what the texts of papers offer as topics.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (p:Paper {uid: row.uid})
SET p.terms = row.terms, p.term_scores = row.term_scores, p.abbreviations = row.abbreviations;
