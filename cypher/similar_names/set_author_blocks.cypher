// name: set_author_blocks
// about: Write the blocks that the names of author records fall into; null for records that stand for nobody. The uids of those that
//   had others before, or none, in one row.
// params: rows: list
// returns: uids: list
// mode: write
UNWIND $rows AS row
MATCH (a:Author {uid: row.uid})
WHERE NOT coalesce(a.blocks = row.blocks, a.blocks IS NULL AND row.blocks IS NULL)
SET a.blocks = row.blocks
RETURN collect(a.uid) AS uids;
