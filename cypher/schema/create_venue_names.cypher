// name: create_venue_names
// about: The full-text index over the names, other names and ids (ISSN) of venues.
// mode: schema
CREATE FULLTEXT INDEX venue_names IF NOT EXISTS
FOR (v:Venue) ON EACH [v.name, v.aliases, v.ids]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false}};
