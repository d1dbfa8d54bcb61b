// name: create_institution_names
// about: The full-text index over the names of institutions, their other names included.
// mode: schema
CREATE FULLTEXT INDEX institution_names IF NOT EXISTS
FOR (i:Institution) ON EACH [i.name, i.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false}};
