// name: papers_together
// about: The papers on which two or more of these author records stand, and which.
// params: uids: list
// returns: uid: str, title: str, records: list
// mode: read
// internal: yes
UNWIND $uids AS uid
MATCH (record:Author {uid: uid})-[:WROTE]->(paper)
WITH DISTINCT paper, record ORDER BY record.uid
WITH paper, collect(record.uid) AS records
WHERE size(records) > 1
RETURN paper.uid AS uid, coalesce(paper.title, paper.caption, paper.uid) AS title, records
ORDER BY title, uid;
