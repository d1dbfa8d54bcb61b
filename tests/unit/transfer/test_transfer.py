"""Fingerprints and dumps, without a server."""

import gzip
import math
import stat
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from itertools import chain
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.queries.registry import Registry
from graph.transfer.dump_reading import FileSource
from graph.transfer.dump_writing import FileSink
from graph.transfer.fingerprint import PENDING, Fingerprint, Fingerprinting, Watched
from graph.transfer.rows import LABELS, NodeRow, Page, RelationshipRow
from graph.transfer.values import spelling, tagged, untagged

ANA: dict[str, object] = {"uid": "a", "name": "Ana"}


def author(uid: str, **properties: object) -> NodeRow:
    return NodeRow("Author", uid, ("Author",), {"uid": uid, **properties})


def wrote(start: str, end: str, **properties: object) -> RelationshipRow:
    return RelationshipRow("Author", start, "WROTE", "Paper", end, properties)


def fingerprint(nodes: list[NodeRow], relationships: list[RelationshipRow]) -> Fingerprint:
    adding = Fingerprinting()
    adding.add_nodes(nodes)
    adding.add_relationships(relationships)
    return adding.result()


def test_the_order_of_reading_does_not_change_a_fingerprint() -> None:
    nodes = [author("a", name="A", ids=["x:1"]), author("b"), author("c")]
    edges = [wrote("a", "p", position=1), wrote("b", "p"), wrote("a", "p", position=2)]
    assert fingerprint(nodes, edges).value == fingerprint(nodes[::-1], edges[::-1]).value


def test_a_fingerprint_does_not_tell_when_documents_were_loaded() -> None:
    def document(**properties: object) -> list[NodeRow]:
        return [NodeRow("Document", "d", ("Document",), {"uid": "d", **properties})]

    early, late = (document(loaded_at=f"2026-0{month}-01T10:00:00+00:00", location="a.bib") for month in (1, 2))
    assert fingerprint(early, []).value == fingerprint(late, []).value
    assert fingerprint(early, []).value != fingerprint(document(location="b.bib"), []).value


@pytest.mark.parametrize(
    ("nodes", "edges", "difference"),
    [
        ([author("a", name="Ana")], [wrote("a", "p")], "WROTE: 2 here, 1 there"),
        ([author("a", name="Ana")], [wrote("a", "p"), wrote("a", "q")], "WROTE: 2 in both, of other content"),
        ([author("a", name="Anna")], [wrote("a", "p"), wrote("a", "p")], "Author: 1 in both, of other content"),
        ([author("a", name="Ana"), author("b")], [wrote("a", "p"), wrote("a", "p")], "Author: 1 here, 2 there"),
        ([NodeRow("Author", "a", ("Author", "Seen"), ANA)], [wrote("a", "p")] * 2, "Author: 1 in both, of other content"),
    ],
)
def test_whatever_differs_shows_in_the_fingerprint(nodes: list[NodeRow], edges: list[RelationshipRow], difference: str) -> None:
    mine, other = fingerprint([author("a", name="Ana")], [wrote("a", "p"), wrote("a", "p")]), fingerprint(nodes, edges)
    assert mine.value != other.value
    assert mine.differences(other) == [difference]


def test_what_is_still_to_be_done_is_not_part_of_a_fingerprint() -> None:
    assert fingerprint([author("a", pending=True)], []).value == fingerprint([author("a")], []).value


def test_every_kind_of_property_survives_as_json() -> None:
    properties: dict[str, object] = {
        "text": "é ‑ 中",
        "whole": 2**62,
        "real": 0.1,
        "truth": True,
        "list": [1.5, 2.0],
        "empty": [],
        "day": date(2024, 5, 1),
        "moment": datetime(2024, 5, 1, 10, 30, tzinfo=UTC),
        "hour": time(10, 30),
        "infinite": math.inf,
        "bytes": b"\x00\xff",
        "days": [date(2024, 5, 1)],
    }
    assert untagged(tagged(properties)) == properties
    assert math.isnan(float(str(untagged(tagged({"n": math.nan}))["n"])))
    assert spelling(tagged({"a": 1})) != spelling(tagged({"a": 1.0}))


def test_a_property_that_cannot_be_moved_is_named() -> None:
    with pytest.raises(InputError, match="'place'"):
        tagged({"place": {"srid": 4326, "coordinates": [1.0, 2.0]}})


class Small:
    """A graph of some authors and two papers."""

    def __init__(self, authors: int = 3) -> None:
        self.rows = {"Author": [author(f"a{number:05}") for number in range(authors)]}
        self.rows["Paper"] = [NodeRow("Paper", uid, ("Paper",), {"uid": uid, "day": date(2024, 5, 1)}) for uid in ("p", "q")]

    def nodes(self) -> Iterator[Page[NodeRow]]:
        for label in LABELS:
            yield Page(label, "", None, self.rows.get(label, []))

    def relationships(self) -> Iterator[Page[RelationshipRow]]:
        edges = [wrote(row.uid, paper, position=1) for row in self.rows["Author"] for paper in ("p", "p", "q")]
        yield Page("Author", "", None, edges)
        for label in LABELS[1:]:
            yield Page(label, "", None, [])


def dumped(path: Path, authors: int = 3) -> Fingerprint:
    watched = Watched(Small(authors))
    with FileSink(path, form=1) as sink:
        for nodes in watched.nodes():
            sink.put_nodes(nodes)
        for relationships in watched.relationships():
            sink.put_relationships(relationships)
        sink.end(watched.fingerprint())
    return watched.fingerprint()


def test_a_dump_gives_back_what_went_in_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "graph.dump"
    written = dumped(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    file = FileSource(path)
    assert file.check() == written
    read = {row.uid: row for page in file.nodes() for row in page.rows}
    assert read["p"].properties["day"] == date(2024, 5, 1)
    assert sum(len(page.rows) for page in file.relationships()) == 9


def test_pages_of_a_dump_leave_no_gap_and_never_part_an_owner(tmp_path: Path) -> None:
    dumped(tmp_path / "graph.dump", authors=2500)
    file = FileSource(tmp_path / "graph.dump")
    for pages in (list(file.nodes()), list(file.relationships())):
        for label in LABELS:
            bounds = [(page.after, page.upto) for page in pages if page.label == label]
            assert (bounds[0][0], bounds[-1][1]) == ("", None)
            assert [upto for _, upto in bounds[:-1]] == [after for after, _ in bounds[1:]]
    owners = [{row.owner for row in page.rows} for page in file_relationships(file)]
    assert sum(map(len, owners)) == len(set(chain.from_iterable(owners))) == 2500


def file_relationships(file: FileSource) -> Iterator[Page[RelationshipRow]]:
    for _ in file.nodes():
        continue
    return file.relationships()


def test_a_dump_that_breaks_off_leaves_no_file(tmp_path: Path) -> None:
    def broken() -> None:
        with FileSink(tmp_path / "graph.dump", form=1) as sink:
            sink.put_nodes(Page("Author", "", None, [author("a")]))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_was_truncated_says_so(tmp_path: Path) -> None:
    path = tmp_path / "graph.dump"
    dumped(path, authors=300)
    whole = path.read_bytes()
    lines = gzip.decompress(whole).splitlines(keepends=True)
    for content in (whole[: len(whole) // 2], whole[:-4], gzip.compress(b"".join(lines[:-1]))):
        path.write_bytes(content)
        with pytest.raises(InputError, match=r"graph\.dump is truncated after line \d+"):
            FileSource(path).check()


def test_a_file_that_was_changed_says_where(tmp_path: Path) -> None:
    path = tmp_path / "graph.dump"
    dumped(path)
    lines = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    for changed, message in (
        ([*lines[:2], *lines[3:]], "Author: 2 here, 3 there"),
        ([lines[0], lines[2], lines[1], *lines[3:]], "line 3: 'a00000' stands after 'a00001'"),
        ([*lines[:3], b"{nonsense\n", *lines[4:]], "line 4: it is not a line of a dump"),
        ([*lines[:3], b'{"node": "Alien", "properties": {"uid": "x"}}\n', *lines[3:]], "line 4: 'Alien'"),
        ([*lines, lines[3]], "something stands after the last line"),
        ([line.replace(b'"position":1', b'"position":2', 1) for line in lines], "WROTE: 9 in both, of other content"),
    ):
        path.write_bytes(gzip.compress(b"".join(changed)))
        with pytest.raises(InputError, match=message):
            FileSource(path).check()


def test_flipped_bits_are_found(tmp_path: Path) -> None:
    path = tmp_path / "graph.dump"
    dumped(path, authors=300)
    whole = path.read_bytes()
    for place in range(200, len(whole) - 8, len(whole) // 12):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        with pytest.raises(InputError, match=r"damaged|truncated"):
            FileSource(path).check()


def test_other_files_and_newer_dumps_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a dump")
    with pytest.raises(InputError, match=r"notes\.txt is not a dump"):
        FileSource(path).check()
    path.write_bytes(gzip.compress(b'{"dump": "scholargraph", "version": 99, "written_by": "9.0"}\n'))
    with pytest.raises(InputError, match=r"version 99, by scholargraph 9\.0"):
        FileSource(path).check()
    with pytest.raises(InputError, match="there is no file"):
        FileSource(tmp_path / "none").check()


def test_a_dump_of_the_first_version_is_checked_by_its_own_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "graph.dump"
    document = NodeRow("Document", "d", ("Document",), {"uid": "d", "loaded_at": "2026-01-01T10:00:00+00:00"})
    counted = Fingerprinting(PENDING)
    counted.add_nodes([document])
    with FileSink(path, form=1) as sink:
        sink.put_nodes(Page("Document", "", None, [document]))
        sink.end(counted.result())
    with pytest.raises(InputError, match="Document: 1 in both, of other content"):
        FileSource(path).check()
    first, *rest = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    path.write_bytes(gzip.compress(first.replace(b'"version":2', b'"version":1') + b"".join(rest)))
    assert FileSource(path).check() == counted.result()


def test_every_label_of_the_model_moves() -> None:
    for name in ("transfer_uids", "transfer_nodes", "transfer_relationships", "put_nodes", "put_relationships", "delete_nodes"):
        text = Registry.shipped()[name].text
        assert [label for label in LABELS if f":{label} " not in text and f":{label})" not in text] == []
