"""Of `graph/decision_log/`. What the log of decisions says."""
