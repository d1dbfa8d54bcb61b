"""Of `graph/transfer/`. Dumps and fingerprints."""
