"""The same pages as files: a folder of them that opens from disk, or one file about one author."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.clock import now
from graph.errors import InputError
from graph.explore import doubts, overview, people, subjects, topics
from graph.explore.addresses import FileAddresses, Form, Place, ReportAddresses, file_of, text_of
from graph.explore.asking import Answered, Asking
from graph.explore.rendering import Page, render, static_text
from graph.queries.author_lookup import asked_uids
from graph.queries.rows import uids_from

STYLE = "style.css"
ALONE: dict[str, Callable[[Asking], Page]] = {
    "search": overview.overview,
    "documents": doubts.documents,
    "quality": doubts.quality,
    "candidates": doubts.candidates,
    "duplicates": doubts.duplicates,
    "countries": subjects.countries,
    "trends": topics.trends,
}
OF_PEOPLE: dict[str, Callable[[Asking, str, Sequence[str]], Page]] = {
    "author": lambda asking, uid, together: people.author(asking, uid, size=0, together=together),
    "collaborators": people.collaborators,
}
ABOUT: dict[str, Callable[[Asking, str], Page | None]] = {
    "paper": subjects.paper,
    "topic": subjects.topic,
    "venue": subjects.venue,
    "institution": subjects.institution,
    "country": subjects.country,
    "document": subjects.document,
    "cluster": doubts.cluster,
    "quality": doubts.quality_list,
}


@dataclass
class Export:
    """A folder of pages: about these authors, their papers, topics, venues, institutions and documents, and about the graph. With
    `together` all records of an author's name that are likely one person are shown as one."""

    asking: Asking
    folder: Path
    authors: Sequence[str]
    together: bool = False
    _with: dict[str, Sequence[str]] = field(default_factory=dict)
    _taken: dict[str, tuple[Answered, Form]] = field(default_factory=dict)

    def write(self) -> int:
        """Write all pages, the answers of their tables and the style; the number of pages. Files of the same names are written
        over. Raises UnknownAuthorError, AmbiguousAuthorError, and InputError where the folder cannot be written."""
        places = list(dict.fromkeys(self._places()))
        known = frozenset(places)
        self._write(f"static/{STYLE}", static_text(STYLE))
        for place in places:
            page = self._page(place)
            if page is not None:
                file = file_of(place)
                addresses = FileAddresses(known, self._taken, up="../" * file.count("/"))
                self._write(file, render(page, addresses, written=now()))
            while self._taken:
                path, (answered, form) = self._taken.popitem()
                self._write(path, text_of(answered, form))
        return len(places)

    def _places(self) -> Iterator[Place]:
        yield from ((kind, "") for kind in ALONE)
        yield from (("quality", str(row["metric"])) for row in self.asking.ask("data_quality").rows if row["count"])
        for author in self.authors:
            uid, *others = asked_uids(self.asking.queries, author, together=self.together)
            of = {"author": uid, "together": others}
            [profile] = self.asking.ask("author_profile", **of).rows
            for one in (uid, str(profile["person"])):
                self._with[one] = others
                yield from ((kind, one) for kind in OF_PEOPLE)
            yield "cluster", str(profile["name"])
            yield from (("document", str(one["uid"])) for one in profile["documents"])
            yield from self._beside(of)

    def _beside(self, of: Mapping[str, object]) -> Iterator[Place]:
        """What the page of an author leads to, but other authors."""
        read = self.asking.queries.read
        yield from (("paper", paper) for paper in uids_from(read, "papers_of", **of, limit=0))
        yield from (("venue", venue) for venue in uids_from(read, "venue_counts", **of, limit=people.LISTED))
        places = self.asking.ask("institution_counts", **of, limit=people.LISTED).rows
        yield from (("institution", str(row["uid"])) for row in places)
        yield from (("country", str(row["country"])) for row in places if row["country"])
        found = self.asking.ask("topic_counts_by_author", **of, limit=people.LISTED)
        yield from (("topic", str(row["topic"])) for row in found.rows)

    def _page(self, place: Place) -> Page | None:
        kind, about = place
        if about and kind in OF_PEOPLE:
            return OF_PEOPLE[kind](self.asking, about, self._with[about])
        return ABOUT[kind](self.asking, about) if about else ALONE[kind](self.asking)

    def _write(self, path: str, text: str) -> None:
        write(self.folder / path, text)


def most_prolific(asking: Asking, most: int) -> list[str]:
    """The people with most papers, to export; all of them for 0."""
    return uids_from(asking.queries.read, "prolific_authors", limit=most)


def report(asking: Asking, author: str, *, together: bool = False) -> str:
    """One author as one HTML file that needs nothing else, with `together` all of the name who are likely one person. Raises
    UnknownAuthorError, AmbiguousAuthorError."""
    uid, *others = asked_uids(asking.queries, author, together=together)
    return render(
        people.author(asking, uid, size=0, together=others, whole=True),
        ReportAddresses(),
        style=static_text(STYLE),
        written=now(),
    )


def write(file: Path, text: str) -> None:
    """Write a file, and the folder that it stands in. Raises InputError."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error.strerror or error}; choose another place") from error
