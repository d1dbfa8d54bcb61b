"""What is killed: commands on a graph's folder, each with the state that it begins in."""

import json
import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph import ScholarGraph, server

DEMO = Path(__file__).parents[3] / "graph" / "demo"
PAGES = sorted(DEMO.glob("*.txt"))
RECORDS = 1500
"""More than one batch."""
PAIRS = 12
_HEAP = "512m"


@dataclass(frozen=True)
class Work:
    """A command and the state of the graph before it: `begins` fills a graph, `arguments` are the command's, `again` those by
    which it goes on where they are others."""

    name: str
    begins: Callable[[ScholarGraph, Path], None]
    arguments: Callable[[Path], list[str]]
    again: Callable[[Path], list[str]] | None = None
    is_answered_line_by_line: bool = False
    """Whether each line that it prints acknowledges one decision."""


def bibtex(records: int = RECORDS) -> str:
    """Entries of people who meet again, with namesakes, in a made-up bibliography."""
    chance, entries = random.Random(1), []
    families, given = (
        ("Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Oak", "Pine"),
        ("Ada", "Ben", "Cleo", "Dan", "Eve", "A.", "B."),
    )
    words = ("glacier", "melt", "harbour", "seal", "tide", "gauge", "sonnet", "form", "tariff", "reform", "enzyme", "kinetics")
    for number in range(records):
        people = " and ".join(
            f"{chance.choice(families)}{number % 40}, {chance.choice(given)}" for _ in range(chance.randint(1, 4))
        )
        title = " ".join(chance.choice(words) for _ in range(6))
        fields = {
            "title": f"{title.title()} {number}",
            "author": people,
            "year": 1990 + number % 30,
            "journal": f"Journal {number % 9}",
        }
        said = ", ".join(f"{name}={{{value}}}" for name, value in fields.items())
        entries.append(f"@article{{k{number}, {said}}}")
    return "\n".join(entries)


def _write(place: Path) -> Path:
    path = place / "made_up.bib"
    path.write_text(bibtex(), encoding="utf-8")
    return path


def _nothing(_: ScholarGraph, place: Path) -> None:
    _write(place)


def _pages(graph: ScholarGraph, place: Path) -> None:
    _write(place)
    graph.load(PAGES, bulk=False)


def _everything(graph: ScholarGraph, place: Path) -> None:
    graph.load([*PAGES, _write(place)], bulk=False)


def _waiting(graph: ScholarGraph, place: Path) -> None:
    """Names to be compared and topics to be found, as where somebody else filled the graph."""
    _everything(graph, place)
    graph.connection.write("MATCH (a:Author) SET a.pending = true")
    graph.connection.write("MATCH (s:GraphState) SET s.name_rules = null, s.topic_rules = null, s.grouping_rules = null")


def _dumped(graph: ScholarGraph, place: Path) -> None:
    """An empty graph beside the dump of a full one."""
    _everything(graph, place)
    graph.dump(place / "whole.dump")
    graph.connection.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS")


def _pairs(graph: ScholarGraph, place: Path) -> None:
    """Pairs of records that are to be decided about, in a file."""
    _everything(graph, place)
    found = graph.cypher("MATCH (a:Author) RETURN a.uid AS uid ORDER BY uid LIMIT $most", most=2 * PAIRS)
    uids = list(found["uid"])
    (place / "pairs.json").write_text(json.dumps([uids[at : at + 2] for at in range(0, len(uids), 2)]), encoding="utf-8")


def _exported(graph: ScholarGraph, place: Path) -> None:
    """A graph without decisions beside a log of some."""
    _pairs(graph, place)
    for one, other in json.loads((place / "pairs.json").read_text(encoding="utf-8")):
        graph.decisions.reject(one, other, by="tester")
    graph.decisions.export(place / "decisions.jsonl")
    graph.connection.write("MATCH (d:Decision) DETACH DELETE d")
    graph.connection.write("MATCH ()-[d:DIFFERENT_FROM]->() DELETE d")


DECIDE = """
import json, sys
from graph import ScholarGraph
with ScholarGraph.open(sys.argv[1]) as graph:
    there = {frozenset(records) for records in graph.decisions.log()["records"]}
    for pair in json.load(open(sys.argv[2])):
        if frozenset(pair) not in there:
            graph.decisions.reject(*pair, by="tester")
        print(json.dumps(pair), flush=True)
"""


def _command(*words: str) -> Callable[[Path], list[str]]:
    """The arguments of a command; {place} is where the documents lie."""
    run = ["-c", "from graph.cli.main import run; run()"]
    return lambda place: [*run, *(word.format(place=place) for word in words), "--graph", str(place / "graph")]


def _decide(place: Path) -> list[str]:
    return ["-c", DECIDE, str(place / "graph"), str(place / "pairs.json")]


WORKS: Sequence[Work] = (
    Work("load", _pages, _command("load", "{place}/made_up.bib", "--no-bulk")),
    # What insists on an empty graph is told so where the graph was filled before the kill; loading goes on without it.
    Work(
        "load in bulk",
        _nothing,
        _command("load", "{place}/made_up.bib", str(DEMO), "--bulk"),
        again=_command("load", "{place}/made_up.bib", str(DEMO)),
    ),
    Work("unload", _everything, _command("unload", "{place}/made_up.bib")),
    Work("compare names", _waiting, _command("compare-names")),
    Work("dump", _everything, _command("dump", "{place}/new.dump", "--overwrite")),
    Work("restore", _dumped, _command("restore", "{place}/whole.dump")),
    Work("take in decisions", _exported, _command("decisions", "apply", "{place}/decisions.jsonl")),
    Work("decide", _pairs, _decide, is_answered_line_by_line=True),
)


def prepared(work: Work, place: Path, line: str) -> Path:
    """A folder with the state that a work begins in: its documents, and a stopped graph."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    with ScholarGraph.open(place / "graph", line=line, heap=_HEAP) as graph:
        work.begins(graph, place)
    server.stop(place / "graph", force=True)
    return place
