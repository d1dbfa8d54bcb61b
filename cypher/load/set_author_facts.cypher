// name: set_author_facts
// about: Write names, ids and institutions of author records; `person` stays if it is set. They wait to be compared with others, and
//   where a record has another name now, so do those that bear the one it had.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (a:Author {uid: row.uid})
FOREACH (other IN CASE WHEN a.name_key <> row.properties.name_key THEN COLLECT {
    MATCH (b:Author {name_key: a.name_key}) RETURN b } ELSE [] END | SET other.pending = true)
SET a += row.properties, a.person = coalesce(a.person, a.uid), a.pending = true
WITH a, row.institutions AS institutions
CALL (a, institutions) {
  MATCH (a)-[r:AFFILIATED_WITH]->(i:Institution)
  WHERE NOT i.uid IN institutions
  DELETE r
}
UNWIND institutions AS uid
MATCH (i:Institution {uid: uid})
MERGE (a)-[:AFFILIATED_WITH]->(i);
