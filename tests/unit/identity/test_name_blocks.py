"""What each kind of block of names brings."""

from graph.identity.blocking.all_pairs import Prepared
from graph.identity.name_blocks import ALL, COLLABORATORS, brought, meetings
from graph.names.blocking_keys import keys
from tests.unit.identity.small_corpus import Paper, corpus_of, uid

PAPERS: list[Paper] = [
    ("a", 2000, ["Bill Gates", "Ann Lee"], {}),
    ("b", 2001, ["William H. Gates", "Bo Day"], {}),
    ("c", 2002, ["Sergey Petrov", "Ann Lee"], {}),
    ("d", 2003, ["Petrov Sergey", "Cy Wu"], {}),
    ("e", 2004, ["Lynda Lechani", "Cy Wu"], {}),
    ("f", 2005, ["Lynda Tamine", "Cy Wu"], {}),
    ("g", 2006, ["W. Gates"], {}),
]


def test_the_kinds_together_are_who_is_compared_at_all() -> None:
    corpus = corpus_of(PAPERS)
    prepared = Prepared()
    for row in corpus.records:
        prepared.add(row.uid, row.name, keys(row.name))
    found = set().union(*(pairs for _, pairs in meetings(corpus)))
    assert found == prepared.pairs([[uid(name) for name in names] for _, _, names, _ in PAPERS])
    assert found


def test_each_kind_brings_its_own() -> None:
    met = dict(meetings(corpus_of(PAPERS)))
    assert met["name"] == {_pair("Sergey Petrov", "Petrov Sergey")}
    assert _pair("Bill Gates", "William H. Gates") in met["nick"]
    assert _pair("W. Gates", "William H. Gates") in met["init"]
    # Full names of one family name and initial do not meet by these alone.
    assert _pair("Bill Gates", "William H. Gates") not in met["init"]
    assert _pair("Lynda Lechani", "Lynda Tamine") in met[COLLABORATORS]


def test_pairs_are_counted_by_kind_and_what_no_other_kind_brings_apart() -> None:
    names = {"a": "Ada Berg", "b": "Ada M. Berg", "c": "Bo Day", "d": "Ann Lee"}
    met = {"name": {("a", "b")}, "head": {("a", "b"), ("c", "d")}}
    rows = {row.pop("block"): tuple(row.values()) for row in brought(iter(met.items()), names, {("a", "b")})}
    assert rows == {"head": (2, 1, 1, 1, 0, 0), "name": (1, 1, 1, 0, 0, 0), ALL: (2, 1, 1, 1, 0, 0)}
    assert list(rows)[-1] == ALL


def _pair(one: str, other: str) -> tuple[str, str]:
    first, second = sorted((uid(one), uid(other)))
    return first, second
