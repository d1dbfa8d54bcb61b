"""Of `graph/institutions/`. Printed affiliations taken apart, and names of institutions compared."""
