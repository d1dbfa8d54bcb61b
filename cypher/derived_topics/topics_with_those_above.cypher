// name: topics_with_those_above
// about: The topics that were found in texts, each with the one that it stands below: lists of both uids, in one row.
// returns: topics: list
// mode: read
// internal: yes
CALL () {
  MATCH (t:Topic)
  WHERE t.scheme = 'phrase'
  RETURN collect([t.uid, head(COLLECT { MATCH (t)-[:BROADER]->(above) RETURN above.uid })]) AS topics
}
RETURN topics;
