"""The graph: the facade, what it stands on, and the `scholargraph` command. Programs of others `import scholargraph`
(`public/scholargraph`), which gives the names of this package that they need."""

from typing import TYPE_CHECKING

from graph.errors import ScholarGraphError

if TYPE_CHECKING:
    from graph.facade import ScholarGraph
    from graph.load.report import LoadReport

__all__ = ["LoadReport", "ScholarGraph", "ScholarGraphError"]


def __getattr__(name: str) -> object:
    """Import the facade when it is asked for: the process that keeps a local server up needs none of it."""
    if name == "ScholarGraph":
        from graph.facade import ScholarGraph

        return ScholarGraph
    if name == "LoadReport":
        from graph.load.report import LoadReport

        return LoadReport
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
