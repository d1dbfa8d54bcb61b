"""The stored queries as favourites of Neo4j Browser.

Browser shows a favourite by its first line, without the `//`, and sorts a folder by these lines. A query with parameters is two
favourites, "name 1: set …" with a `:param` line for each parameter and "name 2: ask": of a script with several statements Browser
says only that they ran, and shows neither table nor picture.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.browser.examples import Examples
from graph.browser.literal import literal
from graph.queries.registry import Registry, StoredQuery


@dataclass(frozen=True)
class Favourite:
    """A script in the folder of its purpose. `path` is its place in the export and in the archive that Browser imports."""

    path: str
    text: str


def favourites(registry: Registry, examples: Examples) -> list[Favourite]:
    """Every query that users ask, by purpose and name. Weights that the graph keeps of its own stand in the place of the shipped
    ones. Raises ParameterError if there is no value for a parameter."""
    return [favourite for query in registry.questions() for favourite in _of(registry, query, examples)]


def _of(registry: Registry, query: StoredQuery, examples: Examples) -> Iterator[Favourite]:
    place = f"{query.purpose}/{query.name}"
    if not query.params:
        yield Favourite(f"{place}.cypher", _titled(query.name, query))
        return
    needed = [parameter.name for parameter in query.params if parameter.required]
    known = examples.of(query.name)
    given = {name: known[name] for name in needed if name in known} | examples.special.get(query.name, {})
    values = registry.arguments(query.name, given, kept=examples.kept.get(query.name))
    lines = [
        f"// {query.name} 1: set {', '.join(values)}",
        f'// Change the values as you like, run this, then run "{query.name} 2: ask".',
        *(f":param {name} => {literal(value)};" for name, value in values.items()),
    ]
    yield Favourite(f"{place}.1-set.cypher", "\n".join(lines) + "\n")
    yield Favourite(f"{place}.2-ask.cypher", _titled(f"{query.name} 2: ask", query))


def _titled(title: str, query: StoredQuery) -> str:
    """The query's file, its first line replaced by the title."""
    return f"// {title}\n" + query.text.partition("\n")[2]
