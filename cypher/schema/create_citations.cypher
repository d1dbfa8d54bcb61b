// name: create_citations
// about: The full-text index over what documents say that a work cites, so that a work which comes later finds who cited it.
// mode: schema
CREATE FULLTEXT INDEX citations IF NOT EXISTS
FOR ()-[d:DESCRIBES]-() ON EACH [d.cites]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
