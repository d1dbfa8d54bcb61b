// name: create_abstract_sketches
// about: The full-text index over sketches of abstracts, by which a work without a title finds its paper.
// mode: schema
CREATE FULLTEXT INDEX abstract_sketches IF NOT EXISTS
FOR ()-[d:DESCRIBES]-() ON EACH [d.sketch]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
