"""Short ways to have a graph loaded with made-up documents, and to see what came of it."""

from graph.facade import ScholarGraph
from graph.load.loading import Loading
from graph.load.reading import Document
from graph.load.report import LoadReport
from graph.queries.bound import Queries
from loaders.records import (
    Authorship,
    Header,
    Identifier,
    Item,
    Person,
    Record,
)


def say(graph: ScholarGraph, name: str, *items: Item, about: str | None = None) -> LoadReport:
    """Load a document that holds these items."""
    header = Header(format="test", source="test", about=Person(name=about) if about else None)
    sha = f"{name:0<64}".encode().hex()[:64]
    loading = Loading(Queries(graph.connection))
    loading.add(Document(name, sha, "test", lambda: iter((header, *items))))
    report = loading.finish()
    graph.compare_names()
    return report


def slots(graph: ScholarGraph) -> set[tuple[str, object, str]]:
    """Title, position and author's uid of every authorship."""
    rows = graph.cypher(
        "MATCH (a:Author)-[w:WROTE]->(p:Paper) RETURN p.caption AS paper, w.position AS position, a.uid AS author"
    )
    return {
        (row["paper"], None if row["position"] != row["position"] else row["position"], row["author"])
        for row in rows.to_dict("records")
    }


def works(*names: str, title: str = "How Ants Share What They Carry", **said: object) -> Record:
    people = tuple(Authorship(name=name, position=place) for place, name in enumerate(names, 1))
    return Record(where="record 1", title=title, authors=people, **said)  # type: ignore[arg-type]


def persons(graph: ScholarGraph) -> dict[str, str]:
    rows = graph.cypher("MATCH (a:Author) RETURN a.uid AS uid, a.person AS person")
    return dict(rows.to_numpy().tolist())


def with_ids(*ids: str, title: str) -> Record:
    pairs = tuple(Identifier.of_curie(value) for value in ids)
    return Record(where="record 1", title=title, authors=(Authorship(name="Ada Berg", position=1, ids=pairs),))
