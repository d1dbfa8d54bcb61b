// name: describe_owners
// about: Tie documents to the author records of the people whom they are about.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (document:Document {uid: row.document})
MERGE (a:Author {uid: row.author})
MERGE (document)-[d:DESCRIBES {record: -1}]->(a)
SET d.said = row.said;
