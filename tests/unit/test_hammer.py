"""A short form of `make hammer`: a few damages of every format, the same ones each time."""

import pytest

from loaders.parsing.tagged import tagged_records
from tests.hammer.blows import blow
from tests.hammer.documents import NAMES
from tests.hammer.reading import outcome_of
from tests.hammer.workers import hammer

TRIED = 4


@pytest.mark.parametrize("name", NAMES)
def test_whatever_happens_to_a_document_it_is_read_or_rejected_and_the_records_beside_stay(name: str) -> None:
    for number in range(TRIED):
        struck = blow(name, seed=0, number=number)
        assert outcome_of(struck).fault is None, struck.name


def test_a_number_stands_for_the_same_damage_each_time() -> None:
    numbers = range(40)
    assert [blow("ris", 3, number) for number in numbers] == [blow("ris", 3, number) for number in numbers]
    assert len({blow("ris", 3, number).data for number in numbers}) > 30


def test_a_reader_that_breaks_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr("loaders.ris._record", broken)
    found = hammer("ris", 0, range(2))
    assert [fault.promise for _, fault in found.faults] == ["ZeroDivisionError is raised: by nothing"] * 2


def test_a_reader_that_loses_a_record_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.ris.tagged_records", lambda lines, grammar: [*tagged_records(lines, grammar)][:-1])
    assert [fault.promise for _, fault in hammer("ris", 0, range(1)).faults] == ["other records are lost or changed: 5"]


def test_a_reader_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def never_end(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr("loaders.ris._record", never_end)
    monkeypatch.setattr("tests.hammer.workers.SHORTEST_SECONDS", 0.1)
    found = hammer("ris", 0, range(2))
    assert [fault.promise for _, fault in found.faults] == ["no end in sight"] * 2


def test_a_reader_that_takes_much_memory_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.ris._record", lambda *_: bytearray(400 * 1024 * 1024))
    found = hammer("ris", 0, range(2))
    assert {fault.promise[:11] for _, fault in found.faults} == {"MemoryError"}
