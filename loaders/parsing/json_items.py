"""What the readers of JSON exports begin with: the objects of a file one by one, and the count that an answer states."""

from collections.abc import Callable, Iterable, Iterator

from loaders.parsing.json_head import PathsToLists
from loaders.parsing.json_stream import Entry, entries
from loaders.parsing.json_text import Rewrite
from loaders.parsing.json_values import JsonObject, not_an_object
from loaders.parsing.source import Source
from loaders.records import Declared, Item


def object_items(
    source: Source, lists: PathsToLists, read: Callable[[JsonObject, str], Iterable[Item]], rewrite: Rewrite | None = None
) -> Iterator[Item]:
    """What `read` makes of each object of the file and its place; a rejection for what is not an object or no JSON. `rewrite`
    makes JSON of what is almost JSON."""
    for entry in entries(source, lists, rewrite):
        if not isinstance(entry, Entry):
            yield entry
        elif isinstance(entry.value, dict):
            yield from read(entry.value, entry.where)
        else:
            yield not_an_object(entry.where, entry.value)


def matches(count: int | None) -> tuple[Declared, ...]:
    """What a search found in all, of which the file holds a page."""
    return (Declared(name="matches", count=count),) if count is not None else ()
