// name: separate_authors
// about: Record that somebody holds two author records for two people. It stands above what the rule would merge.
// params: a: str, b: str, by: str, at: str, reason: str
// returns:
// mode: write
MATCH (a:Author {uid: $a})
MATCH (b:Author {uid: $b})
MERGE (a)-[different:DIFFERENT_FROM]-(b)
SET different.by = $by, different.at = $at, different.reason = $reason, a.pending = true, b.pending = true;
