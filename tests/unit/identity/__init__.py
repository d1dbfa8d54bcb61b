"""Of `graph/identity/`. Who may be one person, on small corpora made up here."""
