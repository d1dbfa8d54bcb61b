// name: institutions_to_group
// about: These institutions as they are grouped into organisations: lists of uid, the country said of them, what they are found by, how often they are named, organisation and country as
//   worked out before.
// params: uids: list
// returns: known: list
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (i:Institution {uid: uid})
RETURN collect([i.uid, i.said_country, coalesce(i.keys, []), coalesce(i.mentions, 0), i.organisation, i.country]) AS known;
