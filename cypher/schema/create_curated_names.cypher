// name: create_curated_names
// about: The full-text index over the names that curated lists of people hold to be one person's, or several people's, so that
//   an author record that comes later finds its person.
// mode: schema
CREATE FULLTEXT INDEX curated_names IF NOT EXISTS
FOR ()-[d:DESCRIBES]-() ON EACH [d.curates, d.shares]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword', `fulltext.eventually_consistent`: false}};
