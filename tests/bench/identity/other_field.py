"""Whether a graph of another field is better off with weights learned from it: on a made-up one, where the truth is known.

    python -m tests.bench.identity.other_field [--records N | --circles]

The corpus of `tests.bench.corpus` is no field at all: people write with whoever is there, on any topic, in any year. So much of
what speaks for one person in computational linguistics says nothing there. People of one name are told apart by the shipped
weights and by those that `scholargraph learn` fits to it. With `--circles` it is a library in which people keep to a circle, a
topic and a journal of their own, far more than in computational linguistics; people of different circles are given one name.
"""

import argparse
import math
import random
import resource
import time
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations

import msgspec

from graph.identity.evidence_model.clustering import grouping_of, prior_of
from graph.identity.evidence_model.corpus import Corpus, PaperRow, RecordRow, SlotRow
from graph.identity.evidence_model.evidence import PaperSet, terms
from graph.identity.evidence_model.weights import Weights, shipped_values
from graph.identity.learning.fitting import fit
from graph.names.forms import name_key
from graph.names.frequency import family_key, given_key
from graph.topics.phrases import phrases
from loaders.records import Authorship, Record
from tests.bench.corpus import items, people_of
from tests.bench.identity.metrics import b_cubed
from tests.integration.learnable_library import COMMON, SPELLINGS, learnable_library

MOST_PAIRS = 40
"""So many pairs of papers are taken of one name."""


def circles() -> tuple[Corpus, dict[int, int]]:
    """The library of circles, in which eight people at a time bear one of the names of `COMMON`."""
    works = learnable_library()
    names = sorted({author.name for work in works for author in work.authors if author.name} - {*COMMON, *SPELLINGS})
    number_of = {name: number for number, name in enumerate([*names, *SPELLINGS])}
    chosen = random.Random(5).sample(names, 8 * len(COMMON))
    called = {name: COMMON[place % len(COMMON)] for place, name in enumerate(chosen)}
    corpus, truth, kept = Corpus(), dict[int, int](), list[tuple[list[str], Record]]()
    for work in works:
        people = [author.name for author in work.authors if author.name and author.name in number_of]
        authors = [Authorship(name=called.get(name, name), position=place) for place, name in enumerate(people, 1)]
        kept.append((people, msgspec.structs.replace(work, authors=tuple(authors))))
    printed = sorted({author.name for _, work in kept for author in work.authors if author.name})
    corpus.add_records(RecordRow(name, name, name_key(name), family_key(name), given_key(name), name) for name in printed)
    for number, (people, work) in enumerate(kept):
        first = len(corpus.paper_of)
        corpus.add_papers([_paper(number, work)])
        truth.update(zip(range(first, len(corpus.paper_of)), (number_of[name] for name in people), strict=True))
    return corpus, truth


def made_up(records: int) -> tuple[Corpus, dict[int, int]]:
    """The corpus of so many records, one author record for each name, and the person of each authorship."""
    works = [item for item in items(records, abstract_words=0) if isinstance(item, Record)]
    names = sorted({author.name for work in works for author in work.authors if author.name})
    corpus, truth = Corpus(), dict[int, int]()
    corpus.add_records(RecordRow(name, name, name_key(name), family_key(name), given_key(name), name) for name in names)
    for number, work in enumerate(works):
        people = dict(zip((author.position for author in work.authors), people_of(number), strict=True))
        first = len(corpus.paper_of)
        corpus.add_papers([_paper(number, work)])
        truth.update({slot: people[corpus.printed[slot][0]] for slot in range(first, len(corpus.paper_of))})
    return corpus, truth


def _paper(number: int, work: Record) -> PaperRow:
    slots = [SlotRow(author.name or "", author.position, author.name) for author in work.authors]
    topics = [subject.label or "" for subject in work.subjects] or [phrase.key for phrase in phrases(work.title or "", None)]
    return PaperRow(f"{number:08}", (), work.year, slots, [one.venue for one in work.publications if one.venue], topics)


def pairs_of_names(corpus: Corpus, truth: dict[int, int]) -> Iterator[tuple[int, int, int, bool]]:
    """Pairs of authorships of one name that has several people: the record, both, and whether they are one person's."""
    for record, slots in enumerate(corpus.slots_of):
        if len({truth[slot] for slot in slots}) > 1:
            for one, other in list(combinations(slots, 2))[:MOST_PAIRS]:
                if corpus.paper_of[one] != corpus.paper_of[other]:
                    yield record, one, other, truth[one] == truth[other]


def log_loss(corpus: Corpus, weights: Weights, pairs: Iterable[tuple[int, int, int, bool]]) -> float:
    """The mean log loss of what is said of single papers of one name."""
    losses = []
    for record, one, other, same in pairs:
        focal = {corpus.name_of[record]}
        sets = [PaperSet.of(corpus, [slot], focal) for slot in (one, other)]
        prior = prior_of(weights, corpus.namesakes(record), identified=False)
        logit = prior + weights.mixed["evidence"] * sum(terms(corpus, weights, *sets))
        losses.append(math.log1p(math.exp(-logit if same else logit)))
    return sum(losses) / len(losses)


def people(corpus: Corpus, weights: Weights, truth: dict[int, int]) -> dict[int, Hashable]:
    """The person of each authorship of a name with several, by the groups of these weights."""
    found: dict[int, Hashable] = {}
    for record, slots in enumerate(corpus.slots_of):
        if len({truth[slot] for slot in slots}) > 1:
            grouping = grouping_of(corpus, weights, record)
            groups = grouping.groups if grouping else (tuple(slots),)
            found |= {slot: (record, number) for number, group in enumerate(groups) for slot in group}
    return found


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.identity.other_field", description=__doc__)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--circles", action="store_true")
    given = parser.parse_args()
    corpus, truth = circles() if given.circles else made_up(given.records)
    pairs = list(pairs_of_names(corpus, truth))
    began = time.process_time()
    learned = fit(corpus, shipped_values())
    seconds = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(corpus.papers):,} records, {len(corpus.records):,} names, {len(pairs):,} pairs of papers of one name")
    print(f"learned from {learned.pairs:,} pairs of {learned.names:,} names: {seconds:.0f} s of processor time, {memory} MiB")
    print(f"log loss of rare names: {learned.loss_shipped:.3f} shipped, {learned.loss:.3f} learned; spread {learned.spread:.2f}")
    for name, weights in (("shipped", Weights.shipped()), ("learned", Weights.of(learned.weights))):
        found = people(corpus, weights, truth)
        scored = b_cubed(found, {slot: str(truth[slot]) for slot in found})
        print(f"{name}: log loss of pairs {log_loss(corpus, weights, pairs):.3f}, B-cubed of names with several people "
              f"{scored.precision:.3f} / {scored.recall:.3f} / {scored.f1:.3f}")  # fmt: skip


if __name__ == "__main__":
    main()
