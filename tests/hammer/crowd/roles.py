"""What each of many does on one graph at once, over and over until the time is up."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from graph import ScholarGraph
from graph.errors import InputError

Result = TypeVar("Result")

READ: tuple[tuple[str, Callable[[ScholarGraph, str], object]], ...] = (
    ("profile", lambda graph, author: graph.plain.profile(author)),
    ("close_collaborators", lambda graph, author: graph.plain.close_collaborators(author)),
    ("topic_counts", lambda graph, author: graph.plain.topic_counts(author)),
    ("split_candidates", lambda graph, author: graph.plain.split_candidates(author)),
    ("mixed_candidates", lambda graph, author: graph.plain.mixed_candidates(author)),
)


@dataclass
class Watch:
    """When all begin and end, and what of the promises did not hold, in words."""

    ends: float
    broken: list[str] = field(default_factory=list)

    @property
    def is_on(self) -> bool:
        """Whether there is time left."""
        return time.monotonic() < self.ends

    def failed(self, role: str, error: BaseException) -> None:
        """Note what must not reach a user."""
        self.broken.append(f"{role}: {type(error).__name__}: {str(error)[:300]}")


@dataclass
class Done:
    """What somebody did: how often, the seconds that each took, what was refused for a reason that the user is told, and which
    decisions were acknowledged."""

    times: int = 0
    seconds: list[float] = field(default_factory=list)
    refused: int = 0
    acknowledged: list[str] = field(default_factory=list)


def load_and_unload(folder: Path, watch: Watch, documents: Sequence[Path], kept: int, seed: int) -> Done:
    """Load documents in an order of its own; take out and load again those beyond the first `kept`, which stay once there."""
    done, chance = Done(), random.Random(seed)
    with ScholarGraph.open(folder) as graph:
        order = list(documents)
        chance.shuffle(order)
        while watch.is_on and order:
            tried(watch, "loader", done, partial(graph.load, order.pop(), bulk=False))
        while watch.is_on:
            one = chance.choice(documents[kept:])
            tried(watch, "loader", done, partial(graph.unload, one))
            tried(watch, "loader", done, partial(graph.load, one, bulk=False))
    return done


def compare_names(folder: Path, watch: Watch) -> Done:
    """Compare names and group papers, as each load does by itself at its end."""
    done = Done()
    with ScholarGraph.open(folder) as graph:
        while watch.is_on:
            tried(watch, "comparison of names", done, graph.compare_names)
            time.sleep(0.2)
    return done


def review(folder: Path, watch: Watch, name: str, seed: int) -> Done:
    """Decide about candidates, the likeliest among all, so that several reviewers meet on them; take some back."""
    done, chance = Done(), random.Random(seed)
    with ScholarGraph.open(folder) as graph:
        while watch.is_on:
            found = tried(watch, name, done, partial(graph.plain.split_candidates, limit=5, min_probability=0.0))
            for pair in found.rows[:2] if found else ():
                tried(watch, name, done, partial(_decide, graph, pair, name, chance, done))
    return done


def _decide(graph: ScholarGraph, pair: dict[str, object], name: str, chance: random.Random, done: Done) -> None:
    one, other = str(pair["uid_a"]), str(pair["uid_b"])
    verb = graph.decisions.accept if chance.random() < 0.4 else graph.decisions.reject
    decided = verb(one, other, by=name)
    done.acknowledged.append(decided.uid)
    if chance.random() < 0.2:
        done.acknowledged.append(graph.decisions.undo(decided, by=name).uid)


def read(folder: Path, watch: Watch, authors: Sequence[str], seed: int) -> Done:
    """Ask about people of documents that nobody takes out."""
    done, chance = Done(), random.Random(seed)
    with ScholarGraph.open(folder) as graph:
        while watch.is_on:
            name, ask = chance.choice(READ)
            tried(watch, f"reader of {name}", done, partial(ask, graph, chance.choice(authors)), own=())
            time.sleep(chance.uniform(0, 0.05))
    return done


def tried(
    watch: Watch, role: str, done: Done, work: Callable[[], Result], own: tuple[type[Exception], ...] = (InputError,)
) -> Result | None:
    """What comes of doing it once, None where it fails. Errors that are the user's `own` come of what others did meanwhile; all
    else is a fault."""
    started, result = time.monotonic(), None
    try:
        result = work()
    except own:
        done.refused += 1
    except Exception as error:
        watch.failed(role, error)
    done.seconds.append(time.monotonic() - started)
    done.times += 1
    return result
