// name: count_pending_authors
// about: How many author records were touched since names were compared last.
// returns: authors: int
// mode: read
// internal: yes
MATCH (a:Author)
WHERE a.pending = true
RETURN count(a) AS authors;
