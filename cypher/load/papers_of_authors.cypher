// name: papers_of_authors
// about: The papers of these author records, with what a decision made of each authorship.
// params: uids: list
// returns: author: str, uid: str, decision: str?, kept: bool
// mode: read
// internal: yes
UNWIND $uids AS author
MATCH (:Author {uid: author})-[wrote:WROTE]->(paper:Paper)
RETURN author, paper.uid AS uid, wrote.decision AS decision, coalesce(wrote.kept, false) AS kept
ORDER BY author, uid;
