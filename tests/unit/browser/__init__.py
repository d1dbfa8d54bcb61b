"""Of `graph/browser/`. What is exported for Neo4j Browser."""
