"""Which names meet, and which pairs come out as similar."""

import random

import pytest

from graph.identity import similar
from graph.identity.names import compare
from graph.identity.similar import Narrowed, keys, similar_pairs

FORMS = """
Sam Smith|Samuel L. Smith|S. Smith|Zheng Xu|Zheng Xu 0002|Zheng Xu 0007|Xu Zheng|Jürgen Müller|Juergen Mueller|Gabriel García
Gabriel García Márquez|Min-Jun Kim|Kim Minjun|Christopher Manning|Christoper Manning|William Gates|Bill Gates|Anna Miller
Robert Miller|Anna Vanderberg|Anna van der Berg|Wei Zhang|Weiming Zhang|Madonna|J. Robert Oppenheimer|Robert Oppenheimer
"""
NAMES = {f"name:{form.casefold()}": form for form in FORMS.strip().replace("\n", "|").split("|")}
EXPECTED = {
    ("Sam Smith", "Samuel L. Smith"),
    ("S. Smith", "Sam Smith"),
    ("S. Smith", "Samuel L. Smith"),
    ("Zheng Xu", "Zheng Xu 0002"),
    ("Zheng Xu", "Zheng Xu 0007"),
    ("Xu Zheng", "Zheng Xu"),
    ("Xu Zheng", "Zheng Xu 0002"),
    ("Xu Zheng", "Zheng Xu 0007"),
    ("Juergen Mueller", "Jürgen Müller"),
    ("Gabriel García", "Gabriel García Márquez"),
    ("Kim Minjun", "Min-Jun Kim"),
    ("Christoper Manning", "Christopher Manning"),
    ("Bill Gates", "William Gates"),
    ("Anna van der Berg", "Anna Vanderberg"),
    ("J. Robert Oppenheimer", "Robert Oppenheimer"),
}


def _forms(names: dict[str, str], touched: set[str] | None = None) -> set[tuple[str, ...]]:
    return {tuple(sorted((names[pair.uid_a], names[pair.uid_b]), key=str.casefold)) for pair in similar_pairs(names, touched)}


def test_names_that_can_be_one_person_s_come_out_and_no_others() -> None:
    assert _forms(NAMES) == {tuple(sorted(pair, key=str.casefold)) for pair in EXPECTED}


def test_every_pair_stands_once_from_the_smaller_uid_with_the_score_of_the_comparison() -> None:
    pairs = list(similar_pairs(NAMES))
    assert len({(pair.uid_a, pair.uid_b) for pair in pairs}) == len(pairs)
    for pair in pairs:
        verdict = compare(NAMES[pair.uid_a], NAMES[pair.uid_b])
        assert pair.uid_a < pair.uid_b
        assert (pair.score, pair.reasons) == (verdict.score, verdict.reasons)


def test_the_order_of_the_names_changes_nothing() -> None:
    shuffled = list(NAMES.items())
    random.Random(7).shuffle(shuffled)
    assert list(similar_pairs(dict(shuffled))) == list(similar_pairs(NAMES))


def test_names_loaded_one_by_one_give_the_same_pairs_as_all_at_once() -> None:
    loaded: dict[str, str] = {}
    found = set()
    for uid, name in NAMES.items():
        loaded[uid] = name
        neighbours = {other: form for other, form in loaded.items() if keys(form) & keys(name)}
        found |= set(similar_pairs(neighbours, touched={uid}))
    assert found == set(similar_pairs(NAMES))


def test_a_touched_name_brings_its_own_pairs_only() -> None:
    assert _forms(NAMES, touched={"name:bill gates"}) == {("Bill Gates", "William Gates")}
    assert _forms(NAMES, touched=set()) == set()


@pytest.mark.parametrize("name", ["", "-", "0002", "张伟", "O'", "J u - H u i", "\u202e", "x" * 500])
def test_odd_names_never_break_anything(name: str) -> None:
    assert all(isinstance(key, str) for key in keys(name))
    list(similar_pairs({"a": name, "b": name, "c": "Sam Smith"}))


def test_a_block_that_is_too_large_is_narrowed_and_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similar, "LARGEST_BLOCK", 20)
    given = [f"{start}{end}" for start in ("Yan", "Ying", "Yong", "Yu", "Yi") for end in ("", "fei", "lin", "wei", "jun")]
    names = {name: name for name in [f"{first} Wang" for first in given] + ["Y. Wang", "Y. W. Wang", "Yu-Wei Wang"]}
    reports: list[Narrowed] = []
    pairs = {(pair.uid_a, pair.uid_b) for pair in similar_pairs(names, narrowed=reports.append)}
    assert ("Y. W. Wang", "Yu-Wei Wang") in pairs
    assert ("Yu-Wei Wang", "Yuwei Wang") in pairs
    assert not any("Y. Wang" in pair for pair in pairs)
    assert [(report.key.split(":")[0], report.names) for report in reports] == [("init", 28)]
