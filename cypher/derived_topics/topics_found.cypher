// name: topics_found
// about: The uids of the topics that were found in texts, in one row.
// returns: topics: list
// mode: read
// internal: yes
CALL () {
  MATCH (t:Topic)
  WHERE t.scheme = 'phrase'
  RETURN collect(t.uid) AS topics
}
RETURN topics;
