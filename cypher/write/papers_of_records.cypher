// name: papers_of_records
// about: The papers that these places (pairs of document uid and record number) describe.
// params: places: list
// returns: uid: str
// mode: read
UNWIND $places AS place
MATCH (document:Document {uid: place[0]})
MATCH (document)-[d:DESCRIBES {record: place[1]}]->(p:Paper)
RETURN DISTINCT p.uid AS uid;
