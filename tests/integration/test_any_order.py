"""The same documents in any order, in batches of any size, cut anywhere, loaded once or again, give one graph."""

import random
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import sha256

import msgspec
import pytest

from graph.facade import ScholarGraph
from graph.load.loading import Loading
from graph.load.reading import Document
from graph.queries.bound import Queries
from loaders.records import (
    Affiliation,
    Authorship,
    Header,
    Identifier,
    InstitutionRecord,
    Item,
    Items,
    Person,
    Publication,
    Record,
    Subject,
    TopicRecord,
    VenueRecord,
)

_ROR = "05a28rw58"
_DOMAINS = (Subject(scheme="made-up", code="d1", label="Life"), Subject(scheme="made-up", code="d2"))
_FIELDS = (
    Subject(scheme="made-up", code="f1", label="Biology", broader=_DOMAINS[0]),
    Subject(scheme="made-up", code="f1", label="BIOLOGY", broader=_DOMAINS[1]),
    Subject(scheme="made-up", code="f2", broader=Subject(scheme="made-up", code="d2", label="Matter")),
)
_SUBJECTS = (
    *(Subject(scheme="made-up", code="t1", label=label, broader=above) for label in ("Ants", "ants") for above in _FIELDS),
    Subject(scheme="made-up", code="f1", label="Biology (all)"),
    Subject(scheme="made-up", code="d1", broader=None),
)


def keyword(label: str, broader: Subject | None = None) -> Subject:
    """A keyword as loaders give it."""
    return Subject(scheme="keyword", code=label.casefold(), label=label, broader=broader)


_KEYWORDS = (
    keyword("Ant Shares"), keyword("ant-share"), keyword("ANT SHARE"), keyword("Bridge"), keyword("bridges"),
    keyword("winter ant colony", broader=keyword("Ant Colonies")), keyword("Ant-colony"), keyword("C#"), keyword("C"),
)  # fmt: skip
"""Phrases of the titles among them, in several spellings, and one that stands above another."""
_TITLES = (
    "How Ants Share What They Carry", "How ants share: what they carry", "Bridges of Living Ants",
    "Erratum: Bridges of Living Ants", "Editorial", "RETRACTED: Bridges of Living Ants", None,
    "Ant Colonies", "Winter ant colonies",
)  # fmt: skip
_TEXT = "Ants of one colony hand on what they carry where their paths cross, and the load moves on without a leader of any kind."
_PEOPLE = ("Ada Berg", "A. Berg", "Bo Lind", "BO LIND", "Eva Ek 0002", "Eva Ek", "The Ant Group")
_PLACES = (
    Affiliation("Ant Institute", _ROR, (Identifier("grid", "grid.1.a"),)),
    Affiliation("Institute of Ants", _ROR, (Identifier("isni", "0000000419368921"), Identifier("grid", "grid.1.a"))),
    Affiliation("Institute of Ants", _ROR),
    Affiliation("ANT HOUSE", ids=(Identifier("scopus", "601"),)),
    Affiliation("Ant House"),
    Affiliation("Dept. of Ants, University of Ekby, Ekby, Sweden"),
    Affiliation("Univ Ekby, Ekby, Sweden", ids=(Identifier("isni", "0000000419368921"),)),
    Affiliation("University of Ekby, Ekby, Norway"),
    Affiliation("University of Ekby"),
    Affiliation("UNIVERSITY OF EKBY, Sweden", "02nd00001"),
    Affiliation("The University of Ekby", ids=(Identifier("grid", "grid.2.b"),)),
    Affiliation("NA"),
)
_DOIS = tuple(Identifier("doi", f"10.9999/{letter}") for letter in "abcdefgh")
_PERSON_IDS = (Identifier("orcid", "0000-0002-1825-0097"), Identifier("openalex", "A1"), Identifier("openalex", "A2"))
CITATIONS = "MATCH (citing:Paper)-[:CITES]->(cited:Paper) RETURN citing.uid, cited.uid"
CITATIONS_GIVEN = """MATCH (:Document)-[given:DESCRIBES]->(citing:Paper) UNWIND given.cites AS id
MATCH (:Document)-[said:DESCRIBES]->(cited:Paper) WHERE 'doi:' + said.doi = id AND cited <> citing
RETURN DISTINCT citing.uid, cited.uid"""
_VENUES = ("Journal of Ants", "JOURNAL OF ANTS", "Ants and Bees")


def _authors(chance: random.Random) -> tuple[Authorship, ...]:
    return tuple(
        Authorship(
            name=name,
            position=position,
            ids=tuple(chance.sample(_PERSON_IDS, chance.choice((0, 0, 0, 1)))),
            affiliations=tuple(chance.sample(_PLACES, chance.choice((0, 0, 1, 2)))),
        )
        for position, name in enumerate(chance.sample(_PEOPLE, chance.randint(0, 3)), 1)
    )


def _work(chance: random.Random, where: str) -> Item:
    title = chance.choice(_TITLES)
    return Record(
        where=where,
        title=title,
        abstract=_TEXT if title is None or chance.random() < 0.2 else None,
        year=chance.choice((2019, 2020, None)),
        authors=_authors(chance),
        publications=tuple(Publication(venue=name, kind="journal") for name in chance.sample(_VENUES, chance.choice((0, 1, 1)))),
        ids=tuple(chance.sample(_DOIS, chance.choice((0, 1, 1, 2)))),
        cites=tuple(chance.sample(_DOIS, chance.choice((0, 0, 1, 2)))),
        subjects=(*chance.sample(_SUBJECTS, chance.choice((0, 1, 2))), *chance.sample(_KEYWORDS, chance.choice((0, 0, 1, 2)))),
        pages=chance.choice((None, None, "1-2", "101-110")),
    )


def _entity(chance: random.Random, where: str) -> Item:
    ids = tuple(chance.sample(_PERSON_IDS, 1))
    person = Person(where=where, name=chance.choice(_PEOPLE), ids=ids, affiliations=tuple(chance.sample(_PLACES, 1)))
    venue = VenueRecord(where=where, name=chance.choice(_VENUES), ids=(Identifier("issn", "1234-5679"),), aliases=("J. Ants",))
    place = chance.choice(_PLACES)
    return chance.choice(
        (
            person,
            venue,
            InstitutionRecord(where=where, name=place.name, ror=place.ror, ids=place.ids),
            TopicRecord(where=where, subject=chance.choice(_SUBJECTS + _KEYWORDS)),
        )
    )


def made_up_documents(chance: random.Random, count: int) -> list[Document]:
    """Made-up documents in which everything that can meet does."""
    documents = []
    for number in range(count):
        about = Person(name=chance.choice(_PEOPLE), ids=tuple(chance.sample(_PERSON_IDS, 1))) if chance.random() < 0.3 else None
        items: list[Item] = [Header(format="made up", source="test", about=about)]
        for place in range(chance.randint(1, 8)):
            make = _entity if chance.random() < 0.25 else _work
            items.append(make(chance, f"record {place + 1}"))
        documents.append(_document(f"document {number}", items))
    return documents


def _document(name: str, items: list[Item]) -> Document:
    return Document(name, sha256(name.encode()).hexdigest(), "made up", as_read(items))


def as_read(items: Sequence[Item]) -> Callable[[], Items]:
    """What reads these items out of a text, in whatever process."""
    return partial(_read, [(type(item), msgspec.json.encode(item)) for item in items])


def _read(texts: Sequence[tuple[type[Item], bytes]]) -> Items:
    return (msgspec.json.decode(text, type=kind) for kind, text in texts)


def _runs(documents: list[Document], chance: random.Random) -> Iterator[list[Document]]:
    """The documents in any order, two of them twice, in runs of any length."""
    left = chance.sample(documents, len(documents)) + chance.sample(documents, 2)
    while left:
        size = chance.randint(1, len(left))
        yield left[:size]
        left = left[size:]


def _load(graph: ScholarGraph, documents: list[Document]) -> None:
    loading = Loading(Queries(graph.connection))
    for document in documents:
        loading.add(document)
    loading.finish()
    graph.compare_names()


def _pairs(graph: ScholarGraph, statement: str) -> list[tuple[object, ...]]:
    return sorted((tuple(row.values()) for row in graph.connection.read(statement).rows), key=str)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_the_fingerprint_does_not_tell_in_which_order_documents_came(
    graph: ScholarGraph, clean: Callable[[], None], monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    documents = made_up_documents(chance, 8)
    _load(graph, documents)
    whole = graph.fingerprint()
    assert whole.relationships["BROADER"] > 2
    assert whole.relationships["CITES"] > 0
    for _ in range(3):
        clean()
        monkeypatch.setattr("graph.load.loading.BATCH_RECORDS", chance.choice((1, 3, 7)))
        for part in _runs(documents, chance):
            _load(graph, part)
            assert _pairs(graph, CITATIONS) == _pairs(graph, CITATIONS_GIVEN), [document.location for document in part]
        assert graph.fingerprint().differences(whole) == []
    assert graph.fingerprint() == whole
