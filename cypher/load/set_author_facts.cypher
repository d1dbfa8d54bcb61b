// name: set_author_facts
// about: Write names, ids and institutions of author records; `person` stays if it is set. They wait to be compared with others, and
//   where a record has another name now, so do those that bear the one it had. Names that somebody bore and does no longer are noted.
// params: rows: list
// returns:
// mode: write
CALL () {
  UNWIND $rows AS row
  MATCH (a:Author {uid: row.uid})
  WHERE a.family_key <> row.properties.family_key OR a.given_key <> row.properties.given_key
  WITH collect(DISTINCT a.family_key) AS families, collect(DISTINCT a.given_key) AS given
  MATCH (state:GraphState {uid: 'state'})
  WHERE size(families) > 0
  SET state.families_left = families + [key IN coalesce(state.families_left, []) WHERE NOT key IN families],
    state.given_left = given + [key IN coalesce(state.given_left, []) WHERE NOT key IN given]
}
UNWIND $rows AS row
MATCH (a:Author {uid: row.uid})
FOREACH (other IN CASE WHEN a.name_key <> row.properties.name_key THEN COLLECT {
    MATCH (b:Author {name_key: a.name_key}) RETURN b } ELSE [] END | SET other.pending = true)
SET a += row.properties, a.person = coalesce(a.person, a.uid), a.pending = true
WITH a, row.institutions AS institutions
CALL (a, institutions) {
  MATCH (a)-[r:AFFILIATED_WITH]->(i:Institution)
  WHERE NOT i.uid IN [one IN institutions | one.uid]
  DELETE r
}
UNWIND institutions AS one
MATCH (i:Institution {uid: one.uid})
MERGE (a)-[r:AFFILIATED_WITH]->(i)
SET r = one.properties;
