"""An arXiv author listing reduced to text: abstract, comment and identifier, record after record without a separator.

Every record ends with "arXiv:ID", and the next abstract begins directly behind the id. No titles, no authors. A record is kept
under the line on which its text begins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from loaders.counted import counted
from loaders.fields.arxiv_categories import arxiv_subject, category
from loaders.fields.arxiv_ids import ArxivId, arxiv_id
from loaders.fields.venues import publications_in
from loaders.pages.comments import is_comment
from loaders.pages.page import Page, blocks_of, joined, page_items, where
from loaders.pages.page_ends import first_page
from loaders.parsing.source import Source
from loaders.records import Authorship, Header, Identifier, Item, Items, Person, Publication, Record, Rejection, Remark

NAME = "arxiv_listing"
ABOUT = "an arXiv author listing: abstracts, each ending with its arXiv id"
SITE = "arXiv"

_PREFIX = re.compile(r"arxiv:\s?", re.IGNORECASE)
_CATEGORY = re.compile(r"\s*\[(?P<code>[a-z][a-z-]*(?:\.[A-Za-z-]+)?)\]")
_OTHER_FORMATS = ("{", "<", "@", "[{", '["')


@dataclass(frozen=True)
class _Mark:
    """An identifier that may end a record: on line `line`, the rest of that line behind it."""

    line: int
    id: ArxivId
    subject: str | None
    rest: str


@dataclass(frozen=True)
class _Piece:
    """The text of one record and the identifier that ends it."""

    line: int
    lines: tuple[str, ...]
    mark: _Mark


def recognise(head: str) -> bool:
    """Whether a line begins with an arXiv id that ends a record: text directly behind it, or nothing."""
    if head.lstrip().startswith(_OTHER_FORMATS):
        return False
    return bool(_split(tuple(line.rstrip() for line in head.split("\n")))[0])


def read(source: Source, author: str | None = None) -> Items:
    """The header, then a record for every identifier. `author` says whose listing it is, which the page itself does not."""
    yield from page_items(source, NAME, SITE, partial(_read, author=author))


def _read(page: Page, author: str | None) -> Iterator[Item]:
    page, appended = first_page(page, 0, lambda whole, first: len(_split(whole.lines)[0]) > len(_split(first.lines)[0]))
    yield Header(format=NAME, source=SITE, about=Person(name=author) if author else None)
    yield from page.remarks
    pieces, left = _split(page.lines)
    if not author and pieces:
        yield Remark(
            "line 1",
            "the listing does not say whose it is, so its papers get no author; name the author when loading it "
            '(--author "NAME"; in Python author="NAME")',
        )
    yield from (_record(piece, author) for piece in pieces)
    if left:
        line, text = left
        reason = (
            f"the text {text[:40]!r} … is not followed by an arXiv id, so the listing seems to be truncated here; save it again"
        )
        yield Rejection(where(line), reason)
    yield from appended
    yield from _repeated(pieces)


def _split(lines: tuple[str, ...]) -> tuple[list[_Piece], tuple[int, str] | None]:
    """The records, and the place and text of what follows the last identifier."""
    ends = {mark.line: mark for mark in _ends(lines)}
    pieces: list[_Piece] = []
    text: list[str] = []
    begun = 1
    for number, line in enumerate(lines, 1):
        mark = ends.get(number)
        if mark is None:
            text.append(line)
            continue
        while mark:
            pieces.append(_piece(begun, text, mark))
            following = _mark(number, mark.rest)
            text, begun = ([] if following else [mark.rest]), number
            mark = following
    first = next((place for place, line in enumerate(text) if line.strip()), None)
    return pieces, None if first is None else (begun + first, text[first].strip())


def _piece(begun: int, text: list[str], mark: _Mark) -> _Piece:
    first = next((place for place, line in enumerate(text) if line.strip()), None)
    return _Piece(mark.line, (), mark) if first is None else _Piece(begun + first, tuple(text[first:]), mark)


def _mark(number: int, line: str) -> _Mark | None:
    line = line.lstrip()
    prefix = _PREFIX.match(line)
    found = arxiv_id(line[prefix.end() :]) if prefix else None
    if prefix is None or found is None:
        return None
    rest = line[prefix.end() + found.end :]
    named = _CATEGORY.match(rest)
    known = category(named["code"]) if named else None
    if named and known:
        return _Mark(number, found, known.code, rest[named.end() :])
    return _Mark(number, found, found.subject, rest)


def _ends(lines: tuple[str, ...]) -> list[_Mark]:
    """The identifiers that end a record; others are mentioned in an abstract.

    With text directly behind it, an identifier ends a record. With nothing behind it, it does so at the end of the page, and
    elsewhere where the text before it has ended (a sentence, a comment) and the next line does not go on in lower case. With
    a space or a punctuation mark and more text behind it, it is a mention, unless no identifier on the page is followed directly.
    """
    marks = [mark for number, line in enumerate(lines, 1) if (mark := _mark(number, line))]
    glued = any(mark.rest[:1].isalnum() for mark in marks)
    return [mark for mark in marks if _ends_record(mark, lines, glued=glued)]


def _ends_record(mark: _Mark, lines: tuple[str, ...], *, glued: bool) -> bool:
    rest = mark.rest
    if not rest.strip():
        following = next((line.strip() for line in lines[mark.line :] if line.strip()), "")
        before = next((line.strip() for line in reversed(lines[: mark.line - 1]) if line.strip()), "")
        return not following or not (
            following[0].islower() or before.endswith((",", ";", "(", " and", " in", " see", " of", " by", " to"))
        )
    if rest[0].isspace():
        return not glued and not rest.lstrip()[0].islower()
    return rest[0] not in ",.;:)!?]}'’-/"


def _record(piece: _Piece, author: str | None) -> Record:
    abstract, comment = _abstract_and_comment(piece)
    year = int(piece.mark.id.date[:4])
    preprint = Publication(venue="arXiv", kind="preprint", year=year)
    meant = category(piece.mark.subject) if piece.mark.subject else None
    return Record(
        where=where(piece.line),
        abstract=abstract,
        year=year,
        date=piece.mark.id.date,
        ids=(Identifier("arxiv", piece.mark.id.value),),
        authors=(Authorship(name=author),) if author else (),
        authors_complete=False,
        publications=(preprint, *(publications_in(comment) if comment else ())),
        subjects=(arxiv_subject(meant.code),) if meant else (),
        comment=comment,
    )


def _abstract_and_comment(piece: _Piece) -> tuple[str | None, str | None]:
    """The last line of a record is its comment where it reads like one (`loaders.pages.comments`); the rest is the abstract."""
    lines = list(piece.lines)
    while lines and not lines[-1].strip():
        lines.pop()
    comment: list[str] = []
    while (
        lines and len(comment) < 3 and is_comment(lines[-1], before=next((line for line in lines[-2::-1] if line.strip()), None))
    ):
        comment.insert(0, lines.pop().strip())
        while lines and not lines[-1].strip():
            lines.pop()
    return joined(blocks_of(tuple(lines))), "\n".join(comment) or None


def _repeated(pieces: list[_Piece]) -> tuple[Remark, ...]:
    seen: set[str] = set()
    again: list[_Piece] = []
    for piece in pieces:
        if piece.mark.id.value in seen:
            again.append(piece)
        seen.add(piece.mark.id.value)
    if not again:
        return ()
    names = ", ".join(piece.mark.id.value for piece in again[:3]) + (", …" if len(again) > 3 else "")
    reason = f"{counted(len(again), 'id')} listed a second time ({names}): two listings may have been put together"
    return (Remark(where(again[0].line), reason),)
