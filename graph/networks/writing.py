"""Networks as files of other programs.

GraphML and GEXF are written by networkx; Pajek's vertices and lines, and VOSviewer's map and network files, as their manuals
describe them (VOSviewer's tab-separated, ids from 1, descriptions as HTML); CSV and Parquet are two tables, one of ties and one
of nodes; JSON is the node-link form that networkx and D3 read.
"""

import html
import io
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, count
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from graph.errors import ParameterError
from graph.files import refuse_replacing, write_whole
from graph.networks.network import Network, Node
from graph.networks.networkx_graph import as_networkx, node_attributes, tie_attributes
from graph.plain_text import plain_text
from graph.row_text import to_json, write_cells

_SPACE = re.compile(r"\s+")
_NOT_IN_PAJEK = {ord('"'): "'", ord("\\"): "/"}

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
    # Always between quotation marks, which cannot stand in a name, as no sign that some readers take for an escape.
    names = {node.uid: _in_pajek(node.name) for node in network.nodes}
    bearers = Counter(names.values())
    label = _apart({uid: name if bearers[name] == 1 else f"{name} ({_in_pajek(uid)})" for uid, name in names.items()})
    number = {node.uid: place for place, node in enumerate(network.nodes, 1)}
    lines = [f"*Vertices {len(number)}", *(f'{number[uid]} "{text}"' for uid, text in label.items())]
    lines += ["*Arcs" if network.directed else "*Edges"]
    lines += [f"{number[tie.source]} {number[tie.target]} {tie.weight}" for tie in network.ties]
    return {"": "\n".join(lines).encode() + b"\n"}


def _in_pajek(text: str) -> str:
    return _spaced(text).translate(_NOT_IN_PAJEK)


def _vosviewer(network: Network) -> Content:
    number = {node.uid: place for place, node in enumerate(network.nodes, 1)}
    head = ["id", "label", "description", "weight<Papers>", "score<First year>", "score<Last year>"]
    items = [
        [number[node.uid], _spaced(node.name), _described(node), node.papers, node.first_year, node.last_year]
        for node in network.nodes
    ]
    links = [[number[tie.source], number[tie.target], tie.weight] for tie in network.ties]
    return {"-map": _table([head, *items], "\t"), "-network": _table(links, "\t")}


def _described(node: Node) -> str:
    """What VOSviewer shows beside an item, as HTML."""
    return html.escape(_spaced(f"{node.uid}: {', '.join(node.topics)}" if node.topics else node.uid), quote=False)


def _csv(network: Network) -> Content:
    ties = [("source", "target", *_TIE), *((tie.source, tie.target, *_known(tie_attributes(tie), _TIE)) for tie in network.ties)]
    nodes = [("id", *_NODE), *((node.uid, *_known(node_attributes(node), _NODE)) for node in network.nodes)]
    return {"": _table(ties), "-nodes": _table(nodes)}


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

    return {"": to_json(networkx.node_link_data(as_networkx(network), edges="links")).encode() + b"\n"}


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
    import networkx

    graph = as_networkx(network)
    of_nodes = [known for _, known in graph.nodes(data=True)]
    of_ties = [known for *_, known in graph.edges(data=True)]
    for attributes in (graph.graph, *of_nodes, *of_ties):
        for key, value in attributes.items():
            attributes[key] = plain_text(_joined(value)) if isinstance(value, str | list) else value
    return networkx.relabel_nodes(graph, _apart({uid: plain_text(uid) for uid in graph}), copy=True)


def _apart(labels: Mapping[str, str]) -> dict[str, str]:
    """The label of each uid, with a number behind it where another one's is the same."""
    taken: set[str] = set()
    apart = {}
    for uid, text in labels.items():
        numbered = (f"{text} ({number})" for number in count(2))
        apart[uid] = next(one for one in chain([text], numbered) if one not in taken)
        taken.add(apart[uid])
    return apart


def _known(attributes: Mapping[str, object], names: Sequence[str]) -> list[object]:
    return [_joined(attributes.get(name)) for name in names]


def _table(rows: Sequence[Sequence[object]], delimiter: str = ",") -> bytes:
    text = io.StringIO()
    write_cells(text, rows, delimiter=delimiter)
    return text.getvalue().encode()


def _spaced(text: str) -> str:
    return plain_text(_SPACE.sub(" ", text))


def _joined(value: object) -> Any:
    return "; ".join(map(str, value)) if isinstance(value, list) else value
