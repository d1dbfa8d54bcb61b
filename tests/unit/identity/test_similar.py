"""Which names meet, and which pairs come out as worth weighing."""

import hashlib
import random
from collections.abc import Collection, Mapping
from itertools import combinations

import pytest

from graph.identity.blocking import pairs as pairing
from graph.identity.blocking.pairs import AllNames, Pair, compared, meet, reblock
from graph.names import blocking_keys
from graph.names.blocking_keys import keys
from graph.names.comparison import compare

FORMS = """
Sam Smith|Samuel L. Smith|S. Smith|Zheng Xu|Zheng Xu 0002|Zheng Xu 0007|Xu Zheng|Jürgen Müller|Juergen Mueller|Gabriel García
Gabriel García Márquez|Min-Jun Kim|Kim Minjun|Christopher Manning|Christoper Manning|William Gates|Bill Gates|Anna Miller
Robert Miller|Anna Vanderberg|Anna van der Berg|Wei Zhang|Weiming Zhang|Madonna|J. Robert Oppenheimer|Robert Oppenheimer
Toni Martí|M. Antonia Martí|S. Shivashankar|Shivashankar Subramanian|Sankar K|Sankar Kuppan|Srinivas|Srinivas Bangalore
魏 伟明|魏伟明|Nikolaos Malandrakis|Nikos Malandrakis
"""
NAMES = {f"name:{form.casefold()}": form for form in FORMS.strip().replace("\n", "|").split("|")}
EXPECTED = {
    ("Sam Smith", "Samuel L. Smith", "nickname"),
    ("S. Smith", "Sam Smith", "initial"),
    ("S. Smith", "Samuel L. Smith", "initial"),
    ("Zheng Xu", "Zheng Xu 0002", "number"),
    ("Zheng Xu", "Zheng Xu 0007", "number"),
    ("Xu Zheng", "Zheng Xu", "order"),
    ("Xu Zheng", "Zheng Xu 0002", "order"),
    ("Xu Zheng", "Zheng Xu 0007", "order"),
    ("Juergen Mueller", "Jürgen Müller", "spelling"),
    ("Gabriel García", "Gabriel García Márquez", "compound"),
    ("Kim Minjun", "Min-Jun Kim", "order"),
    ("Christoper Manning", "Christopher Manning", "typo"),
    ("Bill Gates", "William Gates", "nickname"),
    ("Anna van der Berg", "Anna Vanderberg", "spelling"),
    ("J. Robert Oppenheimer", "Robert Oppenheimer", "later"),
    ("M. Antonia Martí", "Toni Martí", "later"),
    ("S. Shivashankar", "Shivashankar Subramanian", "initial"),
    ("Sankar K", "Sankar Kuppan", "initial"),
    ("Srinivas", "Srinivas Bangalore", "word"),
    ("魏 伟明", "魏伟明", "spelling"),
    ("Nikolaos Malandrakis", "Nikos Malandrakis", "form"),
}


class InMemory:
    """An index of names by their keys."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._keys = {uid: keys(name) for uid, name in names.items()}

    def holders(self, wanted: Collection[str], most: int | None) -> dict[str, Collection[str]]:
        return {key: [uid for uid, held in self._keys.items() if key in held][:most] for key in wanted}

    def names(self, uids: Collection[str]) -> dict[str, str]:
        return {uid: self._names[uid] for uid in uids}


def _all_pairs(names: Mapping[str, str], touched: set[str] | None = None) -> list[Pair]:
    blocks = AllNames()
    for uid in sorted(names):
        blocks.add(uid, keys(names[uid]))
    return list(compared(blocks.meeting(touched), names))


def _meeting(names: Mapping[str, str]) -> set[tuple[str, str]]:
    blocks = AllNames()
    for uid in sorted(names):
        blocks.add(uid, keys(names[uid]))
    return set(blocks.meeting())


def _oversized(names: Mapping[str, str]) -> set[str]:
    blocks = AllNames()
    for uid in sorted(names):
        blocks.add(uid, keys(names[uid]))
    return blocks.oversized(names)


def _forms(pairs: list[Pair]) -> set[tuple[str, ...]]:
    return {(*sorted((NAMES[pair.uid_a], NAMES[pair.uid_b]), key=str.casefold), pair.kind) for pair in pairs}


def test_names_that_can_be_one_person_s_come_out_with_their_difference_and_no_others() -> None:
    assert _forms(_all_pairs(NAMES)) == {(*sorted(pair[:2], key=str.casefold), pair[2]) for pair in EXPECTED}


def test_every_pair_stands_once_from_the_smaller_uid_with_what_the_comparison_says() -> None:
    pairs = _all_pairs(NAMES)
    assert len({(pair.uid_a, pair.uid_b) for pair in pairs}) == len(pairs)
    for pair in pairs:
        verdict = compare(NAMES[pair.uid_a], NAMES[pair.uid_b])
        assert pair.uid_a < pair.uid_b
        assert (pair.score, pair.kind, pair.reasons) == (verdict.score, verdict.kind, verdict.reasons)


def test_the_order_in_which_names_are_added_does_not_matter() -> None:
    backwards = AllNames()
    for uid in sorted(NAMES, reverse=True):
        backwards.add(uid, keys(NAMES[uid]))
    assert set(backwards.meeting()) == _meeting(NAMES)
    assert all(one < other for one, other in backwards.meeting())


def test_a_touched_name_brings_its_own_pairs_only() -> None:
    assert _forms(_all_pairs(NAMES, {"name:bill gates"})) == {("Bill Gates", "William Gates", "nickname")}
    assert _all_pairs(NAMES, set()) == _all_pairs({}) == []


@pytest.mark.parametrize("name", ["", "-", "0002", "张伟", "O'", "J u - H u i", "\u202e", "x" * 500, "A - B", "Ana - López"])
def test_odd_names_never_break_anything(name: str) -> None:
    assert all(0 < len(key) <= 80 and not set(key) & set(' :!*?"~^()[]{}\\/+-&|') for key in keys(name))
    _all_pairs({"a": name, "b": name, "c": "Sam Smith"})


@pytest.mark.parametrize("limit", [400, 4])
@pytest.mark.parametrize("seed", range(4))
def test_names_that_come_change_and_go_leave_the_same_pairs_as_all_at_once(
    seed: int, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (blocking_keys, pairing):
        monkeypatch.setattr(module, "LARGEST_BLOCK", limit)
        monkeypatch.setattr(module, "LARGEST_START", 2 * limit)
    chance = random.Random(seed)
    further = [f"{given} Smith" for given in ("Sam", "Samuel", "S.", "S. L.", "Samuel Leroy", "Sue", "Sammy", "Smith", "Sara L.")]
    forms = [*NAMES.values(), *further, "Smith", "Zheng X."]
    present: dict[str, str] = {}
    pairs: set[tuple[str, str]] = set()
    oversized: set[str] = set()
    for _ in range(40):
        changed = {f"uid:{chance.randint(1, 60)}": chance.choice(forms) for _ in range(chance.randint(1, 3))}
        gone = {uid for uid in chance.sample(sorted(present), min(len(present), chance.randint(0, 1))) if uid not in changed}
        present = {uid: name for uid, name in {**present, **changed}.items() if uid not in gone}
        met = reblock(changed, InMemory(present), oversized)
        oversized = met.oversized
        pairs = {pair for pair in pairs if not set(pair) & (met.touched | gone)} | met.pairs
        found = [(pair.uid_a, pair.uid_b) for pair in compared(sorted(pairs), present)]
        assert found == [(pair.uid_a, pair.uid_b) for pair in _all_pairs(present)]
        assert oversized == _oversized(present)
    assert limit > 4 or oversized
    assert {(a, b) for a, b in combinations(sorted(present), 2) if meet(present[a], present[b], oversized)} == _meeting(present)


def test_bare_initials_of_a_crowded_name_meet_only_where_all_initials_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (blocking_keys, pairing):
        monkeypatch.setattr(module, "LARGEST_BLOCK", 20)
    given = [f"{start}{end}" for start in ("Yan", "Ying", "Yong", "Yu", "Yi") for end in ("", "fei", "lin", "wei", "jun")]
    names = {name: name for name in [f"{first} Wang" for first in given] + ["Y. Wang", "Y. W. Wang", "Yu-Wei Wang"]}
    pairs = {(pair.uid_a, pair.uid_b) for pair in _all_pairs(names)}
    assert ("Y. W. Wang", "Yu-Wei Wang") in pairs
    assert ("Yu-Wei Wang", "Yuwei Wang") in pairs
    assert not any("Y. Wang" in pair for pair in pairs)
    assert _oversized(names) == {"init=vang_y"}


def test_the_rules_are_the_version_that_graphs_were_compared_by() -> None:
    told = sorted((name, *sorted(keys(name))) for name in NAMES.values())
    said = [(pair.uid_a, pair.uid_b, pair.score, pair.kind) for pair in _all_pairs(NAMES)]
    digest = hashlib.sha256(repr((told, said)).encode()).hexdigest()[:16]
    assert (blocking_keys.RULES, digest) == (3, "fd44fd932bb7a7c6"), (
        "keys or comparisons changed: raise RULES, so that graphs compare anew"
    )
