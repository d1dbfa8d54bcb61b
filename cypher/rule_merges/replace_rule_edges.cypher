// name: replace_rule_edges
// about: Write the conclusive merges between these author records in place of the earlier ones.
// params: uids: list, rows: list, at: str
// returns:
// mode: write
CALL () {
  UNWIND $uids AS uid
  MATCH (a:Author {uid: uid})-[same:SAME_AS {by: 'rule'}]-(:Author)
  WITH DISTINCT same, startNode(same).uid + ' ' + endNode(same).uid AS pair
  WHERE NOT pair IN [row IN $rows | row.a + ' ' + row.b]
  DELETE same
}
UNWIND $rows AS row
MATCH (a:Author {uid: row.a})
MATCH (b:Author {uid: row.b})
MERGE (a)-[same:SAME_AS {by: 'rule'}]->(b)
ON CREATE SET same.at = $at
SET same.reason = row.reason, same.evidence = [row.reason];
