"""The table in which our people stand beside those of others."""

import argparse
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.weights import Weights
from graph.server.distribution import cache_folder
from tests.bench.identity import figures as reckoned
from tests.bench.identity.anthology import Paper
from tests.bench.identity.figures import Figures
from tests.bench.identity.gold import Known
from tests.bench.identity.metrics import Gold, People
from tests.bench.identity.peers.environments import Cost
from tests.bench.identity.peers.measuring import WAYS, Answer, answers, decided
from tests.bench.identity.peers.plausibility import against_order, implausible
from tests.bench.identity.system import Clock, Pair
from tests.bench.identity.table import compared_table

OURS = ("corpus", "similar names", "mixed candidates", "split candidates", "people at one half")
"""The steps that come to our people, from where peers begin: papers read, topics found."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of peers."""
    parser.add_argument(
        "--peers",
        type=Path,
        nargs="?",
        const=cache_folder() / "peers",
        metavar="FOLDER",
        help="measure others beside us, each in an environment of its own in this folder (by default one of the cache)",
    )
    parser.add_argument("--peer", choices=list(WAYS), action="append", help="of the others this one only; any number of times")


def beside(
    folder: Path,
    names: Collection[str] | None,
    papers: list[Paper],
    corpus: Corpus,
    known: Known,
    ways: Mapping[str, People],
    clock: Clock,
) -> tuple[Figures, Iterator[str]]:
    """The figures of these ways, and of the peers of these names (of all without), by "way.figure", and lines to print."""
    gold = known.authorships.get("orcid_without_slips") or known.authorships.get("orcid", {})
    found, costs, remarks = dict(ways), {"scholargraph": _own_cost(clock)}, []
    for name, said in answers(folder, names or list(WAYS), papers, corpus, known, gold):
        if isinstance(said, Answer):
            found[name], costs[name] = said.people, said.cost
            remarks += _remarks(name, said)
        else:
            remarks.append(f"{name} cannot be measured: {said}")
    remarks += [f"scholargraph: {flaw}" for flaw in against_order(Weights.shipped())]
    parts = {name: part for name in costs if len(part := decided(list(found[name]), gold)) < len(gold)}
    whole = {name: people for name, people in found.items() if name not in parts}
    tables = {"": _rows(corpus, whole, gold, known, costs)}
    for name, part in parts.items():
        tables[f"{name}, {len(part):,} authorships"] = _rows(corpus, {**whole, name: found[name]}, part, known, costs)
    flat = {
        f"{f'on_part_of_{list(parts)[place - 1]}.' if place else ''}{name}.{figure}": value
        for place, rows in enumerate(tables.values())
        for name, row in rows.items()
        for figure, value in row.items()
    }
    return flat, _lines(tables, remarks)


def _own_cost(clock: Clock) -> Cost:
    return Cost(sum(clock.cpu[step] for step in OURS), max(clock.steps[step][1] for step in OURS))


def _rows(corpus: Corpus, ways: Mapping[str, People], gold: Gold, known: Known, costs: Mapping[str, Cost]) -> dict[str, Figures]:
    return {name: _figures(corpus, people, gold, known.curated(), costs.get(name)) for name, people in ways.items()}


def _figures(corpus: Corpus, people: People, gold: Gold, pairs: Collection[Pair], cost: Cost | None) -> Figures:
    found = reckoned.compared_figures(corpus, people, gold, pairs)
    return found | {"cpu_seconds": cost.cpu_seconds, "peak_mib": cost.peak_mib} if cost else found


def _remarks(name: str, said: Answer) -> list[str]:
    return [f"{name}: people at {said.threshold}", *(f"{name}: {flaw}" for flaw in implausible(said.levels))]


def _lines(tables: Mapping[str, Mapping[str, Figures]], remarks: Iterable[str]) -> Iterator[str]:
    for title, rows in tables.items():
        yield from (["", f"On the part of {title}", ""] if title else [])
        yield from compared_table(rows)
    yield ""
    yield from remarks
