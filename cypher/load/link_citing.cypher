// name: link_citing
// about: Tie papers to those that cited them before they came. A row is {paper, claim}: a paper's uid, and what a document says of a work
//   that cites it.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH ()-[:DESCRIBES {claim: row.claim}]->(citing:Paper)
MATCH (cited:Paper {uid: row.paper})
WHERE cited <> citing
WITH DISTINCT cited, citing
MERGE (citing)-[:CITES]->(cited);
