"""What makes Neo4j Browser at home in a graph: the stored queries as favourites, a style, and a guide, written to a folder.

    for path in export(queries.registry, examples(queries), folder):
        ...

Made for Neo4j Browser 5, the one that Neo4j 5.26 and the local server bring.
"""

from graph.browser.examples import Examples, examples
from graph.browser.export import export
from graph.browser.favourites import Favourite, favourites

__all__ = ["Examples", "Favourite", "examples", "export", "favourites"]
