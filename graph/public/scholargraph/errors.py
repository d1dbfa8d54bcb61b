"""Every error that scholargraph raises on purpose; `graph.errors` draws the tree."""

from graph.errors import *  # noqa: F403 - the names of its __all__
