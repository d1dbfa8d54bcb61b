"""The columns of the files that the importer reads, as the classes of `graph.schema` declare nodes and relationships.

Their names say what the importer makes of them, as the headers of its CSV files do
(https://neo4j.com/docs/operations-manual/current/import/): `uid:ID(Author)`, `:START_ID(Author)`, `year:long`, `ids:string[]`.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pyarrow as pa

TEXT, NUMBER, DECIMAL, YES_NO = "string", "long", "double", "boolean"
LISTED, NUMBERS, DECIMALS = "string[]", "long[]", "double[]"

ARROW: Mapping[str, pa.DataType] = {
    TEXT: pa.string(),
    NUMBER: pa.int64(),
    DECIMAL: pa.float64(),
    YES_NO: pa.bool_(),
    LISTED: pa.list_(pa.string()),
    NUMBERS: pa.list_(pa.int64()),
    DECIMALS: pa.list_(pa.float64()),
}


class Table(NamedTuple):
    """The rows of one label, or of one relationship type between two labels: `properties` by name, with their types."""

    name: str
    start: str | None
    end: str | None
    properties: Mapping[str, str]

    @property
    def key(self) -> str:
        """What the table is called."""
        return f"{self.start}-{self.name}-{self.end}" if self.start else self.name

    @property
    def schema(self) -> pa.Schema:
        """The columns: the uids first, then the properties."""
        if self.start:
            fields = [(f":START_ID({self.start})", pa.string()), (f":END_ID({self.end})", pa.string())]
        else:
            fields = [(f"uid:ID({self.name})", pa.string())]
        return pa.schema([*fields, *((f"{name}:{kind}", ARROW[kind]) for name, kind in self.properties.items() if name != "uid")])


def tables() -> dict[str, Table]:
    """Every table of the model by its key. Imports neomodel, which takes long; workers are given the result."""
    import neomodel

    from graph.schema import nodes

    kinds: dict[type[Any], str] = {
        neomodel.StringProperty: TEXT, neomodel.IntegerProperty: NUMBER, neomodel.FloatProperty: DECIMAL,
        neomodel.BooleanProperty: YES_NO,
    }  # fmt: skip
    listed = {TEXT: LISTED, NUMBER: NUMBERS, DECIMAL: DECIMALS}

    def kind_of(prop: Any) -> str:
        return listed[kind_of(prop.base_property)] if isinstance(prop, neomodel.ArrayProperty) else kinds[type(prop)]

    def properties(declared: Any) -> dict[str, str]:
        found = declared.defined_properties(rels=False, aliases=False) if declared else {}
        return {name: kind_of(prop) for name, prop in found.items()}

    found = [Table(str(node.__label__), None, None, properties(node)) for node in nodes.NODES]
    found += [Table(one.kind, one.start, one.end, properties(one.model)) for one in nodes.patterns()]
    return {table.key: table for table in found}
