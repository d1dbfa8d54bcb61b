"""A made-up document in which everything that a text can stand in holds hostile ones."""

from collections.abc import Iterator

from loaders.records import Affiliation, Authorship, Identifier, Item, Publication, Record, Subject
from tests.hostile import HOSTILE


def hostile_library() -> Iterator[Item]:
    """A work for each hostile text, by somebody of that name and others, and two works with all these people."""
    for number, text in enumerate(HOSTILE.values(), 1):
        if text.strip():
            yield _work(number, text)
    names = [text for text in HOSTILE.values() if text.strip()]
    for number in (1, 2):
        yield Record(where=f"together {number}", title=f"Together {number}", year=2020, authors=_people(names[:20]))


def _work(number: int, text: str) -> Record:
    return Record(
        where=text,
        title=text,
        abstract=text,
        kind=text,
        year=2000 + number % 20,
        date=text,
        ids=(Identifier("doi", f"10.9999/{number}"), Identifier("local", text), Identifier(text, text)),
        authors=(*_people([text]), *_people(["Ada Berg", "Bo Lind"])),
        publications=(Publication(venue=text, kind="journal", year=2000 + number % 20),),
        subjects=(Subject(scheme="keywords", code=text, label=text), Subject(scheme=text, code=text, label=text)),
        comment=text,
        volume=text,
        issue=text,
        pages=text,
        article_number=text,
        publisher=text,
        place=text,
        languages=(text,),
        url=text,
        cites=(Identifier("doi", f"10.9999/{number - 1}"),),
    )


def _people(names: list[str]) -> tuple[Authorship, ...]:
    return tuple(Authorship(name=name, position=place, affiliations=(Affiliation(name),)) for place, name in enumerate(names, 1))
