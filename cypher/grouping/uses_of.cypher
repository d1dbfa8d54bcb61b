// name: uses_of
// about: How many papers there are about topics and in venues with these uids, in steps (see step_topic_uses).
// params: topics: list, venues: list
// returns: venue: bool, uid: str, uses: int
// mode: read
// internal: yes
UNWIND $topics AS uid
MATCH (topic:Topic {uid: uid})
RETURN false AS venue, uid, coalesce(topic.uses, 1) AS uses
UNION ALL
UNWIND $venues AS uid
MATCH (venue:Venue {uid: uid})
RETURN true AS venue, uid, coalesce(venue.uses, 1) AS uses;
