// name: count_authors
// about: How many author records there are, among which names are counted.
// returns: authors: int
// mode: read
// internal: yes
MATCH (a:Author)
RETURN count(a) AS authors;
