"""Of `graph/topics/`. Topics derived from titles and abstracts."""
