"""Work that is killed at a random moment, and what comes after."""
