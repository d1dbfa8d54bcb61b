// name: records_twice_on_a_paper
// about: Those of these author records that have two authorships of one paper, or authorships that were told apart from others.
// params: uids: list
// returns: uid: str
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (record:Author {uid: uid})-[wrote:WROTE]->(paper)
WITH record, count(wrote) AS slots, count(DISTINCT paper) AS papers, max(wrote.part) AS part
WHERE slots > papers OR part IS NOT NULL
RETURN record.uid AS uid;
