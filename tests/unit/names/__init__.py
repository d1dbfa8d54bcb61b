"""Of `graph/names/`. How names are parsed, compared and counted."""
