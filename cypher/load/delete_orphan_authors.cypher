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
DETACH DELETE a;
