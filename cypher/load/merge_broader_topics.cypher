// name: merge_broader_topics
// about: Have the broader topics of these, and the relationships to them.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (narrow:Topic {uid: row.uid})
MERGE (broad:Topic {uid: row.broader})
SET broad.scheme = row.scheme, broad.code = row.code, broad.label = row.label
MERGE (narrow)-[:BROADER]->(broad);
