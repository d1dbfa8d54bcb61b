// name: unseparate_authors
// about: Take back that two author records are two people; how often that was recorded.
// params: a: str, b: str
// returns: taken_back: int
// mode: write
MATCH (a:Author {uid: $a})-[different:DIFFERENT_FROM]-(b:Author {uid: $b})
SET a.pending = true, b.pending = true
DELETE different
RETURN count(*) AS taken_back;
