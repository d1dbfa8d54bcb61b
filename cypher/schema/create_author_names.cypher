// name: create_author_names
// about: The full-text index over authors' names, for the nearest names to a misspelt one.
// mode: schema
CREATE FULLTEXT INDEX author_names IF NOT EXISTS
FOR (a:Author) ON EACH [a.name, a.name_forms]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false}};
