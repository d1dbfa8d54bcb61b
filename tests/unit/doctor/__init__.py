"""Of `graph/doctor/`. What is found out about a machine."""
