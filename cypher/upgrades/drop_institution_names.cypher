// name: drop_institution_names
// about: Drop the full-text index over the names of institutions, to make it anew.
// mode: schema
DROP INDEX institution_names IF EXISTS;
