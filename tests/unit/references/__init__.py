"""Of `graph/references/`. References as BibTeX, RIS and CSL-JSON."""
