// name: topics_found
// about: The uids of the topics that were found in texts, keywords that documents give among them, in one row; apart from them those
//   whose phrase is gone.
// returns: topics: list, gone: list
// mode: read
// internal: yes
CALL () {
  MATCH (t:Topic)
  WHERE t.scheme = 'phrase' OR 'phrase' IN t.schemes
  WITH t.uid AS uid, EXISTS { MATCH (t)<-[:SPELLS]-(f:Phrase) WHERE f.code = t.code } AS is_there
  RETURN collect(CASE WHEN is_there THEN uid END) AS topics, collect(CASE WHEN NOT is_there THEN uid END) AS gone
}
RETURN topics, gone;
