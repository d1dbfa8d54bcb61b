// name: set_author_blocks
// about: Write the blocks that the names of author records fall into; null for records that stand for nobody.
// params: rows: list
// returns:
// mode: write
UNWIND $rows AS row
MATCH (a:Author {uid: row.uid})
SET a.blocks = row.blocks;
