"""What a task does with the rows that come to it, without a Spark around it."""

import random
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from graph.bulk.columns import tables
from graph.bulk.mapping import Given
from graph.bulk.tables import write_tables
from graph.errors import BulkLoadError, DocumentError
from graph.load.reading import Document, OpenDocument
from graph.spark.reading import RECORD_BITS, opened_in, pieces, preparing, reading, shares_of, signed
from graph.spark.stages import FILES, JOINED, Outbox, RowsByKind, planning, together
from graph.spark.task_errors import as_raised
from tests.integration.test_any_order import as_read, made_up_documents


def test_shares_hold_every_document_once_and_about_as_many_bytes() -> None:
    chance = random.Random(3)
    given = [Given(f"page {number}", chance.randrange(1000), lambda: None) for number in range(100)]  # type: ignore[arg-type,return-value]
    shares = shares_of(given, 8)
    assert sorted(number for share in shares for number, _ in share) == list(range(100))
    sizes = [sum(one.size for _, one in share) for share in shares]
    assert max(sizes) - min(sizes) < 1000
    assert len(shares_of(given[:3], 8)) == 3
    assert pieces(given, 2) == 8
    assert pieces([*given, Given("large", 1 << 40, given[0].open)], 2) == 1 << 16


def test_blocks_come_whole() -> None:
    rows = [(number, number // 7, b"") for number in range(100)]
    found = list(together(rows, 10))
    assert [row for some in found for row in some] == rows
    blocks = [{block for _, block, _ in some} for some in found]
    assert all(not one & other for one, other in pairwise(blocks))
    assert {len(some) for some in found[:-1]} == {14}
    assert list(together([], 10)) == []


def test_rows_are_asked_for_in_the_order_of_their_kinds(tmp_path: Path) -> None:
    write_tables(tmp_path, tables())
    outbox = Outbox(tmp_path, 5)
    for kind, number in (("a", 1), ("a", 2), ("c", 3)):
        outbox.add(kind, "key", [number, ["x"]])
    [sent] = outbox.finish()
    rows = RowsByKind((row["kind"], row["row"]) for row in sent.to_pylist())
    assert [list(rows.of(kind)) for kind in "abc"] == [[[1, ["x"]], [2, ["x"]]], [], [[3, ["x"]]]]


def test_hashes_keep_their_difference() -> None:
    hashes = [0, 1, (1 << 63) - 1, 1 << 63, (1 << 64) - 1]
    assert len({signed(number) for number in hashes}) == len(hashes)
    assert pa.array([signed(number) for number in hashes], type=pa.int64()).cast(pa.int64()).to_pylist()[-1] == -1


def test_a_document_becomes_claims_and_claims_become_rows_and_files(tmp_path: Path) -> None:
    write_tables(tmp_path, tables())

    def unreadable() -> Document:
        raise DocumentError("torn")

    documents = made_up_documents(random.Random(1), 4)
    given = [Given(one.location, 10, lambda one=one: one) for one in documents]  # type: ignore[misc]
    shares = shares_of([*given, Given("torn", 1, unreadable), Given("empty", 1, lambda: _empty())], 2)
    claims = [row for batch in preparing(reading(shares)(_numbers(len(shares)))) for row in batch.to_pylist()]
    opened = dict(opened_in(row["opened"]) for row in claims if row["opened"])
    assert sorted(opened) == [0, 1, 2, 3, 4, 5]
    assert str(opened[4]) == "torn"
    read = [row for row in claims if not row["opened"]]
    ids = [row["id"] for row in read]
    assert len(ids) == len(set(ids)) == sum(one.seen.count for one in opened.values() if isinstance(one, OpenDocument))
    assert {id >> RECORD_BITS for id in ids} == {0, 1, 2, 3}

    block = pa.record_batch({"id": ids, "block": [0] * len(ids), "packed": [row["packed"] for row in read]})
    rows = [row for batch in planning(str(tmp_path), lambda: 7)(iter([block])) for row in batch.to_pylist()]
    joined = {row["id"] for row in rows if row["kind"] == JOINED}
    assert joined < set(ids)
    files = {row["key"]: tmp_path / "rows" / row["row"].decode() for row in rows if row["kind"] == FILES}
    assert set((tmp_path / "rows").iterdir()) == set(files.values())
    works = [row for row in read if not row["entity"]]
    assert len(pq.read_table(files["Paper"])) == len(works) - len(joined & {row["id"] for row in works})


def _empty() -> Document:
    return Document("empty", "0" * 64, "made up", as_read([]))


def _numbers(count: int) -> "pa.RecordBatchReader":
    return iter([pa.record_batch({"id": list(range(count))})])


@pytest.mark.parametrize("most", [1, 3])
def test_there_may_be_nothing(most: int) -> None:
    assert list(preparing(reading(shares_of([], most))(iter(())))) == []


def test_what_a_task_raises_of_ours_is_raised_as_that() -> None:
    told = "An exception was thrown from the worker:\nTraceback …\ngraph.errors.BulkLoadError: Topic of t:1 has an empty label\n"
    with pytest.raises(BulkLoadError, match=r"^Topic of t:1 has an empty label$"), as_raised():
        raise RuntimeError(told)
    with pytest.raises(RuntimeError, match="no space left"), as_raised():
        raise RuntimeError("no space left")
