"""scholargraph: a Neo4j graph of authors, papers, topics and venues that tells who works with whom, on what, and where identities
are wrong.

    import scholargraph

    with scholargraph.open("my-graph") as graph:
        print(graph.load("pages/").totals)
        print(graph.close_collaborators("Soham De"))

What a program needs is here. `scholargraph.schema` holds the neomodel classes, `scholargraph.errors` every error. Each name is
imported when it is first asked for, so that `import scholargraph` takes no time.
"""

# The packages `graph` and `loaders` do the work, and this one may import whatever it gives a name to. It is installed beside
# them; a checkout has `graph/public` on the path (`dev-mode-dirs` in pyproject.toml).

from importlib import import_module
from typing import TYPE_CHECKING

from scholargraph._hidden import refuse_hidden_packages

if TYPE_CHECKING:
    from graph.coverage_words import coverage_in_words
    from graph.errors import ScholarGraphError
    from graph.evidence_words import evidence_in_words
    from graph.facade import ScholarGraph
    from graph.load.report import LoadReport
    from loaders import Source
    from scholargraph import errors, schema

    __version__: str
    open = ScholarGraph.open
    connect = ScholarGraph.connect
    formats = ScholarGraph.formats
    inspect = ScholarGraph.inspect

__all__ = [
    "LoadReport",
    "ScholarGraph",
    "ScholarGraphError",
    "Source",
    "__version__",
    "connect",
    "coverage_in_words",
    "errors",
    "evidence_in_words",
    "formats",
    "inspect",
    "open",
    "schema",
]

_HOMES = {
    "LoadReport": "graph.load.report",
    "ScholarGraph": "graph.facade",
    "ScholarGraphError": "graph.errors",
    "Source": "loaders",
    "coverage_in_words": "graph.coverage_words",
    "evidence_in_words": "graph.evidence_words",
}


if not TYPE_CHECKING:  # so that type checkers know a name that is not there

    def __getattr__(name: str) -> object:
        if name in _HOMES:
            return getattr(import_module(_HOMES[name]), name)
        if name in ("open", "connect", "formats", "inspect"):
            return getattr(import_module("graph.facade").ScholarGraph, name)
        if name in ("errors", "schema"):
            return import_module(f"scholargraph.{name}")
        if name == "__version__":
            from importlib.metadata import version

            return version("scholargraph")
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)


refuse_hidden_packages()
