"""Results of SPARQL queries as rows: the JSON of the standard, and the plain list of objects that Wikidata offers.

Format: https://www.w3.org/TR/sparql11-results-json/
"""

from collections.abc import Iterator

from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_stream import Entry, entries
from loaders.parsing.json_values import JsonObject, mapping, not_an_object, text, texts
from loaders.parsing.source import Source
from loaders.records import Rejection, Remark
from loaders.table_rows.delimited import Row

_LISTS = (("results", "bindings"),)
_ENTITY = ".wikidata.org/entity/"


def is_query_result(head: str) -> bool:
    """Whether a JSON text begins as results of a query do: with the names of variables, or with rows of texts that name entities
    of Wikidata."""
    if "vars" in mapping(envelope(head).get("head")):
        return True
    rows = first_records(head, _LISTS)
    return (
        bool(rows) and all(_is_row(row) for row in rows) and any(_ENTITY in str(value) for row in rows for value in row.values())
    )


def _is_row(row: JsonObject) -> bool:
    return all(isinstance(value, str | int | float) or "value" in mapping(value) for value in row.values())


def variables(head: str) -> tuple[str, ...]:
    """The names of the variables, as the results list them, else those of the first row."""
    rows = first_records(head, _LISTS)
    return texts(mapping(envelope(head).get("head")).get("vars")) or tuple(rows[0] if rows else ())


def query_rows(source: Source) -> Iterator[Row | Rejection | Remark]:
    """The rows with their variables as columns; what is not bound in a row is empty."""
    header = variables(source.head())
    for entry in entries(source, _LISTS):
        if not isinstance(entry, Entry):
            yield entry
        elif not isinstance(entry.value, dict):
            yield not_an_object(entry.where, entry.value)
        elif "vars" not in mapping(entry.value.get("head")):  # results without rows
            cells = {name: _text(value) for name, value in entry.value.items()}
            yield Row(entry.where, cells, tuple(dict.fromkeys((*header, *cells))))


def _text(value: object) -> str:
    """The text of a binding as a cell holds it; a blank node is nothing. Its entities are decoded here already, those of cells
    where they are read."""
    given = mapping(value)
    if given.get("type") == "bnode":
        return ""
    return (text(given.get("value")) or text(value) or "").replace("&", "&amp;")
