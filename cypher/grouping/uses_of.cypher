// name: uses_of
// about: How many papers there are about topics, with phrases, and in venues with these uids, in steps (see step_topic_uses): lists of the uid and the
//   number, in one row, since each row takes the driver longer than what stands in it.
// params: topics: list, venues: list
// returns: topics: list, venues: list
// mode: read
// internal: yes
RETURN
  COLLECT { UNWIND $topics AS uid MATCH (topic:Topic {uid: uid}) WHERE topic.scheme <> 'phrase' RETURN [uid, coalesce(topic.uses, 1)] }
  + COLLECT { UNWIND $topics AS uid MATCH (topic:Phrase {uid: uid}) RETURN [uid, coalesce(topic.uses, 1)] } AS topics,
  COLLECT { UNWIND $venues AS uid MATCH (venue:Venue {uid: uid}) RETURN [uid, coalesce(venue.uses, 1)] } AS venues;
