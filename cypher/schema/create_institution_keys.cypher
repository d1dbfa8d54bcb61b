// name: create_institution_keys
// about: The full-text index over the ids and compared names of institutions, by which records that may be one are found.
// mode: schema
CREATE FULLTEXT INDEX institution_keys IF NOT EXISTS
FOR (i:Institution) ON EACH [i.keys]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
