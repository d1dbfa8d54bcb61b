"""Of `graph/networks/`. Networks as files."""
