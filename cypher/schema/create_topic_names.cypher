// name: create_topic_names
// about: The full-text index over the labels of topics and all spellings of those found in texts.
// mode: schema
CREATE FULLTEXT INDEX topic_names IF NOT EXISTS
FOR (t:Topic) ON EACH [t.label, t.spellings]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false}};
