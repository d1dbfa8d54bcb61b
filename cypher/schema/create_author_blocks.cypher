// name: create_author_blocks
// about: The full-text index over the blocks that author names fall into, so that a name finds those it must be compared with.
// mode: schema
CREATE FULLTEXT INDEX author_blocks IF NOT EXISTS
FOR (a:Author) ON EACH [a.blocks]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
