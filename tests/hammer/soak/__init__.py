"""An hour of mixed work on one large graph: whether memory, temporary files and logs stay as they are."""
