// name: citing_claims
// about: What documents say of works that cite one of these identifiers, by its claim.
// params: ids: list
// returns: id: str, claim: str
// mode: read
// internal: yes
// committed: yes
UNWIND $ids AS id
CALL db.index.fulltext.queryRelationships('citations', '"' + replace(replace(id, '\\', ' '), '"', ' ') + '"') YIELD relationship AS d
WITH id, d
WHERE id IN d.cites
RETURN DISTINCT id, d.claim AS claim;
