"""Peers on the same authorships: run, read back, and scored as our own people are."""

import json
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.identity.evidence_model.corpus import Corpus
from tests.bench.identity.anthology import Paper
from tests.bench.identity.gold import Known
from tests.bench.identity.metrics import Gold, b_cubed
from tests.bench.identity.peers.environments import PROGRAMS, Cost, PeerError, environment, run
from tests.bench.identity.peers.exchange import People, read_people, write_input, write_known
from tests.bench.identity.peers.plausibility import Level

_ANSWERS = "answers"


@dataclass(frozen=True)
class Way:
    """A way in which a peer tells people apart: its environment, its program, and what that is asked for."""

    peer: str
    program: str
    asked: str


WAYS: Mapping[str, Way] = {
    "splink_textbook": Way("splink", "splink_people.py", "textbook"),
    "splink_fair": Way("splink", "splink_people.py", "fair"),
    "splink_names": Way("splink", "splink_people.py", "names"),
    "s2and_tenth": Way("s2and", "s2and_people.py", "tenth"),
    "s2and": Way("s2and", "s2and_people.py", "plain"),
    "s2and_counts": Way("s2and", "s2and_people.py", "counts"),
}


@dataclass(frozen=True)
class Answer:
    """What a peer said: the person of every slot, at the threshold that suits known people best, what it took to say that (its
    other thresholds left out), and the levels of its comparisons with their weights, where it has such."""

    people: Sequence[Hashable]
    threshold: str
    cost: Cost
    levels: Sequence[Level]


def answers(
    folder: Path, ways: Collection[str], papers: Sequence[Paper], corpus: Corpus, known: Known, gold: Gold
) -> Iterator[tuple[str, Answer | PeerError]]:
    """What each of these ways says, one after the other; a PeerError in its place where one cannot be had."""
    given = folder / "input"
    write_input(given, papers, corpus)
    write_known(given, corpus, gold, known.entries)
    for name in ways:
        try:
            yield name, _answer(folder, name, corpus, gold)
        except (PeerError, InputError, OSError) as error:
            yield name, PeerError(str(error))


def _answer(folder: Path, name: str, corpus: Corpus, gold: Gold) -> Answer:
    way = WAYS[name]
    python = environment(folder, way.peer)
    output = folder / _ANSWERS / f"{name}.parquet"
    output.parent.mkdir(exist_ok=True)
    command = [str(python), str(PROGRAMS / way.program), way.asked, str(folder / "input"), str(output)]
    cost = run(command, folder / f"{name}.log")
    threshold, people = best(read_people(output, corpus), gold)
    return _told(people, threshold, cost, json.loads(output.with_suffix(".json").read_text(encoding="utf-8")))


def _told(people: Sequence[Hashable], threshold: str, cost: Cost, told: Mapping[str, Any]) -> Answer:
    of_thresholds = {name: seconds for name, seconds in told["seconds"].items() if _is_number(name)}
    others = sum(seconds for name, seconds in of_thresholds.items() if name != threshold)
    levels = [Level(row["comparison"], row["label"], row["m"], row["u"]) for row in told.get("levels", ())]
    return Answer(people, threshold, Cost(cost.cpu_seconds - others, cost.peak_mib), levels)


def best(people: People, gold: Gold) -> tuple[str, Sequence[Hashable]]:
    """The threshold whose people agree best with known ones of whom something is said, by B-cubed F1, and those people: of equal
    ones the first."""
    threshold = max(people, key=lambda name: b_cubed(people[name], decided(people[name], gold)).f1)
    return threshold, people[threshold]


def decided(people: Sequence[Hashable], gold: Gold) -> dict[int, str]:
    """The known authorships of which something is said: a peer that was asked of some only has None for the others."""
    return {slot: person for slot, person in gold.items() if people[slot] is not None}


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
