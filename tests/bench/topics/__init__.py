"""How good the topics are that are found in titles and abstracts, beside what other methods find in the same texts."""
