"""Of `graph/schema/`. Constraints, indexes and the classes that declare them."""
