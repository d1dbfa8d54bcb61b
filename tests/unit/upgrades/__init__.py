"""Of `graph/upgrades/`. The choice of steps, and what is said."""
