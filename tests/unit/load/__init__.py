"""Of `graph/load/`. Claims that become works and slots, and the report of a load."""
