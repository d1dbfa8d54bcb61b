// name: author_display_names
// about: The author records that stand for a person, in the order of their uids: lists of uid and name, and of the blocks that the name
//   was found to fall into if `with_blocks`. `after` and `limit` take a part: those whose uids come after that one.
// params: after: str = "", limit: count = 50000, with_blocks: bool = false
// returns: authors: list
// mode: read
// internal: yes
MATCH (a:Author)
WHERE a.uid > $after AND a.name IS NOT NULL AND a.kind = 'person'
WITH a ORDER BY a.uid LIMIT $limit
RETURN collect([a.uid, a.name, CASE WHEN $with_blocks THEN a.blocks END]) AS authors;
