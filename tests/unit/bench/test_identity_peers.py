"""Others beside us: what they are given, what is read back, and what is said of those that cannot be had."""

import sys
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from graph.errors import InputError
from graph.identity.evidence_model.corpus import Corpus
from tests.bench.identity.anthology import Paper, Writer, corpus_of
from tests.bench.identity.figures import compared_figures
from tests.bench.identity.gold import Known
from tests.bench.identity.peers import measuring
from tests.bench.identity.peers.environments import PROGRAMS, Cost, PeerError, run
from tests.bench.identity.peers.exchange import read_people, write_input, write_known
from tests.bench.identity.peers.measuring import WAYS, Answer, answers, best, decided
from tests.bench.identity.peers.plausibility import Level, against_order, implausible
from tests.bench.identity.table import compared_table
from tests.unit.identity.small_corpus import plain_weights

SECRET = "0000-0002-1825-0097"
PAPERS = [
    Paper("x-1", "Parsing", 2001, ["venue:v"], ["phrase:t"], [Writer("Ada Lee", 1, ["kyoto"], SECRET), Writer("Bo Berg", 2)]),
    Paper("x-2", "Trees", None, [], [], [Writer("A. Lee", 1, [], SECRET)]),
    Paper("x-3", "More", 2003, ["venue:v"], [], [Writer("Ada Lee", 1), Writer("A. Lee", 2)]),
]
GOLD = {0: SECRET, 2: SECRET, 3: "somebody else"}


@pytest.fixture
def corpus() -> Corpus:
    return corpus_of(PAPERS)


def test_peers_see_authorships_with_their_facts_and_no_id_of_anybody(tmp_path: Path, corpus: Corpus) -> None:
    write_input(tmp_path, PAPERS, corpus)
    rows = pq.read_table(tmp_path / "authorships.parquet").to_pylist()
    assert rows[0] == {
        "slot": 0, "paper": 0, "position": 1, "record": corpus.record_of[0], "name": "Ada Lee", "given": "ada", "family": "lee",
        "coauthors": ["bo berg"], "words": ["kyoto"], "year": 2001, "venues": ["venue:v"], "topics": ["phrase:t"],
        "title": "Parsing",
    }  # fmt: skip
    assert [row["slot"] for row in rows] == [0, 1, 2, 3, 4]
    assert (rows[2]["coauthors"], rows[2]["year"], rows[2]["venues"]) == (None, None, None)
    assert SECRET.encode() not in (tmp_path / "authorships.parquet").read_bytes()


def test_a_record_has_what_all_its_papers_say(tmp_path: Path, corpus: Corpus) -> None:
    write_input(tmp_path, PAPERS, corpus)
    rows = {row["name"]: row for row in pq.read_table(tmp_path / "records.parquet").to_pylist()}
    ada = rows["Ada Lee"]
    assert (ada["papers"], ada["coauthors"], ada["first_year"], ada["last_year"]) == ([0, 2], ["a. lee", "bo berg"], 2001, 2003)
    assert (ada["words"], ada["venues"], ada["topics"]) == (["kyoto"], ["venue:v"], ["phrase:t"])
    assert rows["A. Lee"]["given"] == "a"


def test_who_is_known_is_apart_and_a_record_of_two_people_stands_for_none(tmp_path: Path, corpus: Corpus) -> None:
    ada, short, bo = (corpus.number_of[f"name:{name}"] for name in ("ada lee", "a. lee", "bo berg"))
    write_known(tmp_path, corpus, GOLD, [("name:a. lee", "name:bo berg")])
    rows = pq.read_table(tmp_path / "known_authorships.parquet").to_pylist()
    assert {row["slot"]: row["person"] for row in rows} == GOLD
    found = {row["record"]: row["person"] for row in pq.read_table(tmp_path / "known_records.parquet").to_pylist()}
    assert ada not in found
    assert found[short] == found[bo]


def test_people_come_back_by_authorship_or_by_record_in_any_order(tmp_path: Path, corpus: Corpus) -> None:
    by_slot, by_record = tmp_path / "slots.parquet", tmp_path / "records.parquet"
    pq.write_table(pa.table({"slot": [4, 3, 2, 1, 0], "0.5": [7, 6, 5, 4, 3], "0.9": [0, 0, 0, 0, 1]}), by_slot)
    assert read_people(by_slot, corpus) == {"0.5": [3, 4, 5, 6, 7], "0.9": [1, 0, 0, 0, 0]}
    uids = [row.uid for row in corpus.records]
    pq.write_table(pa.table({"record": list(range(len(uids))), "1": uids}), by_record)
    assert read_people(by_record, corpus) == {
        "1": [f"name:{name}" for name in ("ada lee", "bo berg", "a. lee", "ada lee", "a. lee")]
    }


@pytest.mark.parametrize("slots", [[0, 1, 2, 3], [0, 1, 2, 3, 3], [0, 1, 2, 3, 4, 5]])
def test_an_answer_that_leaves_somebody_out_or_has_one_twice_is_none(tmp_path: Path, corpus: Corpus, slots: list[int]) -> None:
    path = tmp_path / "slots.parquet"
    pq.write_table(pa.table({"slot": slots, "0.5": slots}), path)
    with pytest.raises(InputError, match="where 5 were given"):
        read_people(path, corpus)


def test_the_threshold_is_the_one_that_suits_known_people_best() -> None:
    alone, right, lump = list(range(5)), [0, 1, 0, 3, 4], [0] * 5
    assert best({"0.9": alone, "0.5": right, "0.1": lump}, GOLD) == ("0.5", right)


def test_of_whom_nothing_is_said_is_no_part_of_the_comparison() -> None:
    # By the two of whom both say something, lumping them is right; the third, who is somebody else, was not asked about.
    assert decided([0, 1, 0, None, 2], GOLD) == {0: SECRET, 2: SECRET}
    assert best({"0.9": [0, 1, 2, None, 4], "0.5": [0, 0, 0, None, 0]}, GOLD)[0] == "0.5"


def test_a_program_is_measured_and_one_that_fails_says_why(tmp_path: Path) -> None:
    log = tmp_path / "said.log"
    cost = run([sys.executable, "-c", "held = bytearray(200_000_000); sum(range(3_000_000)); print('done')"], log)
    assert (cost.cpu_seconds > 0.02, cost.peak_mib > 190, log.read_text()) == (True, True, "done\n")
    with pytest.raises(PeerError, match="exit code 1: there is no model here"):
        run([sys.executable, "-c", "raise SystemExit('there is no model here')"], log)


def test_a_peer_that_cannot_be_had_leaves_the_others(tmp_path: Path, corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "peer.py"
    program.write_text(
        "import json, sys\nimport pyarrow.parquet as pq, pyarrow as pa\n"
        "slots = pq.read_table(sys.argv[2] + '/authorships.parquet').column('slot').to_pylist()\n"
        "pq.write_table(pa.table({'slot': slots, '0.5': [0] * len(slots), '0.9': slots}), sys.argv[3])\n"
        "open(sys.argv[3][:-8] + '.json', 'w').write(json.dumps({'seconds': {'comparing': 0, '0.5': 1000, '0.9': 0}}))\n",
        encoding="utf-8",
    )

    def environment(_folder: Path, peer: str) -> Path:
        if peer == "splink":
            raise PeerError("no such version")
        return Path(sys.executable)

    monkeypatch.setattr(measuring, "environment", environment)
    monkeypatch.setattr(measuring, "PROGRAMS", tmp_path)
    monkeypatch.setattr(
        measuring, "WAYS", {"one": measuring.Way("splink", "peer.py", ""), "other": measuring.Way("s2and", "peer.py", "x")}
    )
    found = dict(answers(tmp_path / "cache", ["one", "other"], PAPERS, corpus, Known(), {0: "a", 2: "b", 3: "c"}))
    assert str(found["one"]) == "no such version"
    said = found["other"]
    assert isinstance(said, Answer)
    assert (said.people, said.threshold) == ([0, 1, 2, 3, 4], "0.9")
    # What only the other threshold took is no part of it.
    assert said.cost.cpu_seconds < -900


def test_every_way_has_its_program_and_pinned_versions() -> None:
    for way in WAYS.values():
        assert (PROGRAMS / way.program).is_file()
        lines = (PROGRAMS / f"{way.peer}.txt").read_text(encoding="utf-8").split()
        assert lines
        assert all(line.count("==") == 1 for line in lines)


def test_people_of_any_kind_stand_in_one_table(corpus: Corpus) -> None:
    found = compared_figures(corpus, [0, 1, 0, 0, 2], GOLD, {("name:a. lee", "name:ada lee"), ("name:ada lee", "name:bo berg")})
    assert (found["curated"], found["curated_of"], found["largest"], found["people"]) == (1.0, 2.0, 3.0, 3.0)
    cost = Cost(61.2, 2048.0)
    rows = {"theirs": {**found, "cpu_seconds": cost.cpu_seconds, "peak_mib": cost.peak_mib}, "a rule": found}
    theirs, rule = list(compared_table(rows))[2:]
    assert theirs.startswith("| theirs |")
    assert theirs.endswith("| 1 of 2 (0.500) | 3 | 61 | 2.0 |")
    assert rule.endswith("| 3 |  |  |")


def test_weights_against_their_order_are_flagged() -> None:
    levels = [
        Level("coauthors", "two", 0.2, 0.1), Level("coauthors", "one", 0.4, 0.05), Level("coauthors", "none", 0.4, 0.85),
        Level("name", "same", 0.2, 0.001), Level("name", "alike", None, 0.001), Level("name", "other", 0.76, 0.998),
        Level("year", "same", 0.1, 0.3), Level("year", "other", 0.9, 0.1),
    ]  # fmt: skip
    assert list(implausible(levels)) == [
        "coauthors: “one” says 2.0 bits more for one person than “two”",
        "name: no weight was found for “alike”",
        "name: 0.76 of one person's pairs are said to have names that agree in nothing",
        "year: “other” says 4.8 bits more for one person than “same”",
        "year: “other” speaks for one person, by 3.2 bits",
    ]


def test_weights_in_their_order_are_not() -> None:
    assert not list(
        implausible([Level("name", "same", 0.9, 0.001), Level("name", "alike", 0.09, 0.001), Level("name", "other", 0.01, 0.998)])
    )


def test_our_own_tables_are_looked_at_in_the_order_of_what_is_shared() -> None:
    plain = plain_weights()
    assert not list(against_order(plain))
    turned = replace(plain, tables={**plain.tables, "venues": [[1.0, 0.0], [0.0, 0.0]], "years": [[-0.5, 0.0], [0.0, 0.0]]})
    assert list(against_order(turned)) == [
        "venues below 1 says 1.4 bits more for one person than 1 and more, where fewer_papers is below 1",
        "years 1 and more says 0.7 bits more for one person than below 1, where fewer_papers is below 1",
    ]
