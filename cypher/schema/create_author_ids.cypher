// name: create_author_ids
// about: The full-text index over the ids of author records, old ones included, to find a record by any of them.
// mode: schema
CREATE FULLTEXT INDEX author_ids IF NOT EXISTS
FOR (a:Author) ON EACH [a.ids, a.replaces]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
