// name: authors_in_blocks
// about: The author records whose names fall into each of these blocks, `most` of each at the most (0 for all).
// params: keys: list, most: int = 0
// returns: key: str, uids: list
// mode: read
// internal: yes
// committed: yes
UNWIND $keys AS key
CALL (key) {
  CALL db.index.fulltext.queryNodes('author_blocks', key, {limit: CASE WHEN $most > 0 THEN $most ELSE 2147483647 END}) YIELD node
  RETURN collect(node.uid) AS uids
}
RETURN key, uids;
