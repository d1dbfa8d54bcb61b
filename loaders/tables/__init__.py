"""Tables of works that are known by their columns: one module a table, each with its own map of columns."""
