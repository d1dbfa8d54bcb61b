"""Claims are prepared in worker processes where there are many, with what preparing them here comes to."""

import pytest

from graph.bulk import preparing
from graph.bulk.preparing import Preparing
from graph.bulk.workers import WorkerError, Workers
from graph.load.claims import Claim, prepare
from loaders.records import Record
from tests.bench.corpus import items


def claims(count: int) -> list[Claim]:
    records = [item for item in items(count) if isinstance(item, Record)]
    return [Claim.of("document", number, record) for number, record in enumerate(records)]


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "processors", lambda: 3)
    monkeypatch.setattr(preparing, "WORTH_WORKERS", 100)


def test_workers_prepare_as_this_process_does(monkeypatch: pytest.MonkeyPatch) -> None:
    many = claims(120)
    monkeypatch.setattr(preparing, "prepare", lambda _: pytest.fail("prepared here"))
    with Preparing() as ready:
        ready(many)
    monkeypatch.undo()
    names = ("join_key", "anchor", "sketch", "text_topics")
    assert all(claim.__dict__.keys() >= {*names} for claim in many)
    assert [tuple(claim.__dict__[name] for name in names) for claim in many] == [prepare(claim) for claim in claims(120)]
    assert any(claim.text_topics.phrases for claim in many)


def test_few_claims_are_prepared_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "Workers", lambda *_: pytest.fail("workers were started"))
    few = claims(20)
    with Preparing() as ready:
        ready(few)
    assert all("text_topics" in claim.__dict__ for claim in few)


def test_where_workers_die_the_load_goes_on_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise WorkerError("a worker ended")

    monkeypatch.setattr(Workers, "run", broken)
    many = claims(120)
    with Preparing() as ready:
        ready(many)
        ready(many[:50])
    assert all("text_topics" in claim.__dict__ for claim in many)
