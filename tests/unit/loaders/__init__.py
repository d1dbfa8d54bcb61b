"""Of `loaders/`. What each format says, read from made-up documents; what all formats promise."""
