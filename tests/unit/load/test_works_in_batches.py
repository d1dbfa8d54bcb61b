"""Works resolved batch by batch: the same in any order and however the batches are cut, and taken out again without a trace."""

import random
from collections.abc import Iterator, Sequence

import pytest

from graph.load.claims import Claim
from loaders.records import Identifier, Publication, Record
from tests.unit.load.held_papers import HeldPapers
from tests.unit.load.statements import ABSTRACT, EDITED, authors

_TITLES = (
    "Editorial", "Book Reviews", "What the Colony Did", "How Ants Share", "RETRACTED: How Ants Share", "Erratum: How Ants Share",
    "Retraction: Bridges, Part 2", "Correction", "How Ants Share (Retracted article. See vol. 3, pg 4, 2021)", "Bridges, Part II",
)  # fmt: skip
_VENUES = (("Journal of Ants", "journal"), ("J. Ants", "journal"), ("Ants and Bees", "conference"), ("arXiv", "preprint"))
_DOIS = (*(f"10.9999/{letter}" for letter in "abcdefghijklmnop"), "10.48550/arxiv.2001.00001", "10.5281/zenodo.1")


def said_by(chance: random.Random, documents: int, records: int) -> dict[str, list[Claim]]:
    """Made-up documents about few works, in many wordings."""
    return {
        f"document:{name}": [Claim.of(f"document:{name}", number, _record(chance)) for number in range(records)]
        for name in range(documents)
    }


def _record(chance: random.Random) -> Record:
    year = chance.choice((2019, 2020, 2021, None))
    venue, kind = chance.choice(_VENUES)
    ids = chance.sample(_DOIS, chance.choice((0, 0, 1, 1, 2)))
    return Record(
        where="a line",
        title=chance.choice(_TITLES),
        year=year,
        abstract=chance.choice((None,) * 10 + (ABSTRACT, EDITED)),
        authors=authors(*chance.choice((("Ada Berg",), ("A. Berg", "Bo Lind"), ("Eva Ek",), ()))),
        publications=(Publication(venue=venue, kind=kind, year=year),) if chance.random() < 0.8 else (),  # type: ignore[arg-type]
        ids=tuple(Identifier("doi", doi) for doi in ids),
        volume=chance.choice((None, "12", "13", "14")),
        pages=chance.choice((None, None, "1-2", "101-110")),
        retracted=chance.random() < 0.05,
        corrects=(Identifier("doi", "10.9999/b"),) if chance.random() < 0.05 else (),
    )


def _batches(claims: Sequence[Claim], chance: random.Random) -> Iterator[Sequence[Claim]]:
    start = 0
    while start < len(claims):
        size = chance.randint(1, 7)
        yield claims[start : start + size]
        start += size


def _held(documents: Sequence[Sequence[Claim]], chance: random.Random) -> HeldPapers:
    held = HeldPapers()
    for batch in _batches([claim for claims in documents for claim in claims], chance):
        held.load(batch)
    return held


@pytest.mark.parametrize("seed", range(6))
def test_documents_in_any_order_and_batches_give_the_same_works(seed: int) -> None:
    chance = random.Random(seed)
    documents = list(said_by(chance, 5, 6).values())
    whole = HeldPapers()
    whole.load([claim for claims in documents for claim in claims])
    for _ in range(4):
        held = _held(chance.sample(documents, len(documents)), chance)
        assert held.snapshot() == whole.snapshot()
        for claims in documents:
            held.load(claims)
        assert held.snapshot() == whole.snapshot()


@pytest.mark.parametrize("seed", range(6))
def test_a_document_taken_out_leaves_what_would_be_without_it(seed: int) -> None:
    chance = random.Random(seed)
    said = said_by(chance, 5, 6)
    left_out = chance.choice(sorted(said))
    without = _held([claims for name, claims in said.items() if name != left_out], chance)
    held = _held(chance.sample(list(said.values()), len(said)), chance)
    for batch in _batches(said[left_out], chance):
        held.load([], [claim.id for claim in batch])
    assert held.snapshot() == without.snapshot()
    for batch in _batches(said[left_out], chance):
        held.load(batch)
    assert held.snapshot() == _held(list(said.values()), chance).snapshot()


def test_what_is_made_up_has_all_that_the_rules_are_about() -> None:
    held = [_held(list(said_by(random.Random(seed), 5, 6).values()), random.Random(seed)) for seed in range(10)]
    between = [row for whole in held for row in whole.between]
    assert {"retraction", "erratum"} <= {row.get("kind") for row in between}
    assert any("works of this title" in str(row) for row in between)
    assert any("different DOIs" in str(row) for row in between)
    assert any("both have doi" in str(row) and "different titles" in str(row) for row in between)
    assert any(paper.get("retracted") for whole in held for paper in whole.papers.values())
