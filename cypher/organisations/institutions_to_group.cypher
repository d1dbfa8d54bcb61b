// name: institutions_to_group
// about: These institutions as they are grouped into organisations: lists of uid, the country said of them, what they are found by, how often they are named, what they are called by themselves,
//   their spellings and how often each is used, how many records of their own call them so, and organisation, country and name as
//   worked out before.
// params: uids: list
// returns: known: list
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (i:Institution {uid: uid})
RETURN collect([
  i.uid, i.said_country, coalesce(i.keys, []), coalesce(i.mentions, 0), coalesce(i.said_name, i.name),
  coalesce(i.spellings, [i.name]), coalesce(i.spelt, [coalesce(i.mentions, 0)]), coalesce(i.described, 0),
  i.organisation, i.country, i.name
]) AS known;
