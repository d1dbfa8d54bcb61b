// name: delete_orphan_authors
// about: Delete those of these author records that nothing speaks of any more. What was decided about them waits in the log for
//   them to come back.
// params: uids: list
// returns:
// mode: write
UNWIND $uids AS uid
MATCH (a:Author {uid: uid})
WHERE NOT EXISTS { (a)-[:WROTE|EDITED]->(:Paper) }
  AND NOT EXISTS { (:Document)-[:DESCRIBES]->(a) }
// Whoever was merged with it is somebody else's record, or nobody's, from now on; whoever has its name wrote with fewer people.
FOREACH (other IN COLLECT { MATCH (a)-[:SAME_AS]-(b:Author) RETURN b } | SET other.pending = true)
FOREACH (other IN COLLECT { MATCH (b:Author {name_key: a.name_key}) RETURN b } | SET other.pending = true)
WITH a, a.family_key AS family, a.given_key AS given
DETACH DELETE a
WITH collect(DISTINCT family) AS families, collect(DISTINCT given) AS given
MATCH (state:GraphState {uid: 'state'})
SET state.families_left = families + [key IN coalesce(state.families_left, []) WHERE NOT key IN families],
  state.given_left = given + [key IN coalesce(state.given_left, []) WHERE NOT key IN given];
