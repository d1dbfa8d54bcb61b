// name: link_citing
// about: Tie papers to those that cited them before they came. A row is {paper, id}: a paper's uid and one of its identifiers.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
CALL db.index.fulltext.queryRelationships('citations', '"' + replace(replace(row.id, '\\', ' '), '"', ' ') + '"') YIELD relationship AS d
WITH row, d
WHERE row.id IN d.cites
MATCH (cited:Paper {uid: row.paper})
WITH DISTINCT cited, endNode(d) AS citing
WHERE cited <> citing
MERGE (citing)-[:CITES]->(cited);
