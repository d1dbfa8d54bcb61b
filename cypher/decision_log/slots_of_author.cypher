// name: slots_of_author
// about: The authorships of an author record: the paper, the place in its list, and the group (`part`) that it falls into, 0 for the
//   main one.
// params: author: str
// returns: paper: str, position: int?, part: int
// mode: read
// internal: yes
MATCH (:Author {uid: $author})-[wrote:WROTE]->(paper:Paper)
RETURN paper.uid AS paper, wrote.position AS position, coalesce(wrote.part, 0) AS part
ORDER BY paper, position;
