// name: create_untitled_sketches
// about: The same over what documents describe without a title only, so that works with one look there and nowhere else.
// mode: schema
CREATE FULLTEXT INDEX untitled_sketches IF NOT EXISTS
FOR ()-[d:DESCRIBES]-() ON EACH [d.untitled_sketch]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
