"""Of `graph/bulk/`. Blocks, spills, tables for the importer, and worker processes."""
