// name: create_paper_titles
// about: The full-text index over papers' titles and abstracts, to find papers by words and to find near duplicates.
// mode: schema
CREATE FULLTEXT INDEX paper_titles IF NOT EXISTS
FOR (p:Paper) ON EACH [p.title, p.abstract]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false}};
