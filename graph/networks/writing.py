"""Networks as files of other programs.

GraphML, GEXF and Pajek are written by networkx; VOSviewer's map and network files as its manual describes them (tab-separated,
ids from 1); CSV and Parquet are two tables, one of ties and one of nodes; JSON is the node-link form that networkx and D3 read.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from graph.errors import ParameterError
from graph.files import refuse_replacing, write_whole
from graph.networks.network import Network
from graph.networks.networkx_graph import as_networkx, node_attributes, tie_attributes
from graph.row_text import no_formula

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile(r"\s+")

Content = Mapping[str, bytes]
"""What goes into each file, by what is put after the stem of its name ("" for the file itself)."""


class NetworkFormat(NamedTuple):
    """A form of file: its name, the ending that stands for it, who reads it, and what makes it."""

    name: str
    ending: str
    about: str
    content: Callable[[Network], Content]


def write_network(network: Network, file: str | Path, form: str | None = None, *, overwrite: bool = False) -> list[Path]:
    """Write a network; the files that were written. `form` is the name of a format, without it the file's ending tells. Raises
    ParameterError for an ending or a name that is none, InputError where a file is there already or cannot be written."""
    chosen = format_of(Path(file), form)
    path = Path(file)
    content = chosen.content(network)
    places = [path.with_name(f"{path.stem}{after}{path.suffix}") for after in content]
    if not overwrite:
        refuse_replacing(*places)
    for place, text in zip(places, content.values(), strict=True):
        write_whole(place, text, overwrite=overwrite)
    return places


def format_of(file: Path, form: str | None) -> NetworkFormat:
    """The format of that name, or of that file's ending. Raises ParameterError."""
    listed = ", ".join(f"{one.name} ({one.ending})" for one in FORMATS)
    wanted = form.casefold() if form else file.suffix.casefold()
    found = next((one for one in FORMATS if wanted == (one.name if form else one.ending)), None)
    if found is None:
        raise ParameterError(f"{form or file.name!r} is no form of a network that can be written; there are {listed}")
    return found


def _graphml(network: Network) -> Content:
    import networkx

    return {"": "\n".join(networkx.generate_graphml(_plain(network), named_key_ids=True)).encode() + b"\n"}


def _gexf(network: Network) -> Content:
    import networkx

    graph = _plain(network)
    for _, attributes in graph.nodes(data=True):
        attributes["label"] = attributes.pop("name")
    return {"": "\n".join(networkx.generate_gexf(graph)).encode() + b"\n"}


def _pajek(network: Network) -> Content:
    import networkx

    # Pajek knows vertices by their names, so two of one name need their uids; a quotation mark ends a name.
    bearers = Counter(node.name for node in network.nodes)
    shown = {node.uid: node.name if bearers[node.name] == 1 else f"{node.name} ({node.uid})" for node in network.nodes}
    graph = networkx.DiGraph() if network.directed else networkx.Graph()
    label = {uid: _SPACE.sub(" ", name.replace('"', "'")) for uid, name in shown.items()}
    graph.add_nodes_from(label[node.uid] for node in network.nodes)
    graph.add_edges_from((label[tie.source], label[tie.target], {"weight": tie.weight}) for tie in network.ties)
    return {"": "\n".join(networkx.generate_pajek(graph)).encode() + b"\n"}


def _vosviewer(network: Network) -> Content:
    number = {node.uid: place for place, node in enumerate(network.nodes, 1)}
    head = ["id", "label", "description", "weight<Papers>", "score<First year>", "score<Last year>"]
    items = [
        [number[node.uid], node.name, _described(node.uid, node.topics), node.papers, node.first_year, node.last_year]
        for node in network.nodes
    ]
    links = [[number[tie.source], number[tie.target], tie.weight] for tie in network.ties]
    return {"-map": _tabbed([head, *items]), "-network": _tabbed(links)}


def _described(uid: str, topics: Sequence[str]) -> str:
    return f"{uid}: {', '.join(topics)}" if topics else uid


def _csv(network: Network) -> Content:
    ties = [("source", "target", *_TIE), *((tie.source, tie.target, *_known(tie_attributes(tie), _TIE)) for tie in network.ties)]
    nodes = [("id", *_NODE), *((node.uid, *_known(node_attributes(node), _NODE)) for node in network.nodes)]
    return {"": _comma(ties), "-nodes": _comma(nodes)}


def _parquet(network: Network) -> Content:
    import pyarrow as pa
    from pyarrow import parquet

    years = [("first_year", pa.int64()), ("last_year", pa.int64())]
    of_ties = [("source", pa.string()), ("target", pa.string()), ("weight", pa.int64()), ("strength", pa.float64()), *years]
    of_nodes = [("uid", pa.string()), ("name", pa.string()), ("papers", pa.int64()), *years, ("topics", pa.list_(pa.string()))]
    content = {}
    for after, members, columns in (("", network.ties, of_ties), ("-nodes", network.nodes, of_nodes)):
        table = pa.Table.from_pylist([msgspec.structs.asdict(member) for member in members], pa.schema(columns))
        buffer = io.BytesIO()
        parquet.write_table(table.rename_columns(["id" if name == "uid" else name for name in table.column_names]), buffer)
        content[after] = buffer.getvalue()
    return content


def _json(network: Network) -> Content:
    import networkx

    return {"": json.dumps(networkx.node_link_data(as_networkx(network), edges="links"), ensure_ascii=False).encode() + b"\n"}


_TIE = ("weight", "strength", "first_year", "last_year")
_NODE = ("name", "papers", "first_year", "last_year", "topics")


FORMATS: tuple[NetworkFormat, ...] = (
    NetworkFormat("graphml", ".graphml", "Gephi, yEd, Cytoscape, igraph, networkx", _graphml),
    NetworkFormat("gexf", ".gexf", "Gephi, Sigma", _gexf),
    NetworkFormat("pajek", ".net", "Pajek, VOSviewer, igraph", _pajek),
    NetworkFormat("vosviewer", ".txt", "VOSviewer: a map file and a network file", _vosviewer),
    NetworkFormat("csv", ".csv", "spreadsheets, Gephi: ties, and a second table of nodes", _csv),
    NetworkFormat("parquet", ".parquet", "pandas, Arrow, DuckDB, Spark: ties, and a second table of nodes", _parquet),
    NetworkFormat("json", ".json", "networkx, D3: node-link JSON", _json),
)


def _plain(network: Network) -> "networkx.Graph":  # type: ignore[name-defined]  # noqa: F821
    """The graph with values that XML takes: lists as text, and no signs that it does not know."""
    graph = as_networkx(network)
    of_nodes = [known for _, known in graph.nodes(data=True)]
    of_ties = [known for *_, known in graph.edges(data=True)]
    for attributes in (graph.graph, *of_nodes, *of_ties):
        for key, value in attributes.items():
            if isinstance(value, list):
                value = "; ".join(value)
            attributes[key] = _NOT_IN_XML.sub("\ufffd", value) if isinstance(value, str) else value
    return graph


def _known(attributes: Mapping[str, object], names: Sequence[str]) -> list[object]:
    return [attributes.get(name) for name in names]


def _comma(rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([[_cell(value) for value in row] for row in rows])
    return text.getvalue().encode()


def _tabbed(rows: Sequence[Sequence[object]]) -> bytes:
    return "".join("\t".join(map(_spaced, row)) + "\n" for row in rows).encode()


def _spaced(value: object) -> str:
    return "" if value is None else _SPACE.sub(" ", str(value))


def _cell(value: object) -> object:
    """A value as a spreadsheet takes it, which must not take it for a formula."""
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    if isinstance(value, str):
        return no_formula(value)
    return "" if value is None else value
