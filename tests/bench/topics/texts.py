"""The titles and abstracts that a measurement is made on, with the keywords that others gave."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import msgspec

from graph.errors import InputError
from graph.topics.phrase_text import clauses, without_markup
from graph.word_keys import key_of
from loaders import Source
from loaders.acl.anthology import read
from loaders.records import Record
from tests.bench.documents_at import records_at
from tests.bench.identity.anthology import files_of

_PROCESSES = 2
_FILES_AT_ONCE = 8


class Paper(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A title, an abstract ("" for none), the printed names of the authors, and what was given as keywords: scheme and label."""

    title: str
    abstract: str
    names: list[str] = []
    given: list[tuple[str, str]] = []

    @property
    def text(self) -> str:
        """Both, without markup, as methods read it that do not tell them apart."""
        title, abstract = without_markup(self.title).strip(), without_markup(self.abstract).strip()
        end = "" if title.endswith((".", "?", "!")) else "."
        return f"{title}{end} {abstract}".strip()


def papers_of_anthology(place: Path) -> list[Paper]:
    """The papers of a folder of the Anthology's XML files, or of the tar archive of one, in the order of the files' names.

    Raises InputError where there is no such place, or no paper in it.
    """
    if not place.exists():
        raise InputError(f"there is no {place}; give the folder of the Anthology's XML files, or the archive of it")
    with ProcessPoolExecutor(_PROCESSES) as pool:
        found = [paper for papers in pool.map(_read, files_of(place), chunksize=_FILES_AT_ONCE) for paper in papers]
    if not found:
        raise InputError(
            f"{place} holds no papers; give the folder of the Anthology's XML files (data/xml), or the archive of it"
        )
    return found


def papers_of_documents(places: Iterable[Path]) -> dict[str, list[Paper]]:
    """The papers with a title of each document at the places, by its folder and name; the same title and abstract counts once.

    Files of no known format are named and left out. Raises InputError where there is no such place.
    """
    found: dict[str, list[Paper]] = {}
    seen: set[tuple[str, str]] = set()
    for location, records in records_at(places):
        for paper in _papers(records):
            text = (paper.title.casefold(), paper.abstract.casefold())
            if paper.title and text not in seen:
                seen.add(text)
                found.setdefault("/".join(Path(location).parts[-2:]), []).append(paper)
    return found


def key_of_words(text: str) -> str:
    """A phrase as it is compared: the keys of its words, whatever capitals they have and whatever stands between them."""
    return " ".join(key_of(word) for clause in clauses(text.casefold(), is_title=True) for word in clause.words)


def keyed(paper: Paper) -> str:
    """The text as phrases are looked for in it: the keys of its words, a stroke between clauses, a blank at both ends."""
    parts = (" ".join(map(key_of, clause.words)) for clause in clauses(paper.text.casefold(), is_title=False))
    return f" {' | '.join(parts)} "


def _read(file: tuple[str, bytes]) -> list[Paper]:
    name, data = file
    return [*_papers(item for item in read(Source.of(data, name)) if isinstance(item, Record))]


def _papers(records: Iterable[Record]) -> Iterator[Paper]:
    for record in records:
        names = [author.name for author in record.authors if author.role == "author" and author.kind == "person"]
        given = [(subject.scheme, subject.label or subject.code) for subject in record.subjects]
        yield Paper(record.title or "", record.abstract or "", names, given)
