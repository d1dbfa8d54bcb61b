"""Of `graph/cli/`. How the command is called, and what it imports and prints."""
