"""Of `graph/queries/`. Stored queries: their headers, the registry, the reference."""
