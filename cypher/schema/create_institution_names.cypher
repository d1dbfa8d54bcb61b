// name: create_institution_names
// about: The full-text index over the names of institutions.
// mode: schema
CREATE FULLTEXT INDEX institution_names IF NOT EXISTS
FOR (i:Institution) ON EACH [i.name]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false}};
