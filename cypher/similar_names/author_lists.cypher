// name: author_lists
// about: The author records of every paper of two authors or more, and of no more than `most_authors`.
// params: most_authors: int
// returns: authors: list
// mode: read
// internal: yes
MATCH (p:Paper)
WHERE 1 < COUNT { (p)<-[:WROTE]-() } <= $most_authors
RETURN COLLECT { MATCH (p)<-[:WROTE]-(a:Author) RETURN a.uid } AS authors;
