"""References as BibTeX, in UTF-8, which biber and every BibTeX of today read.

What TeX takes for a command is escaped (braces by their names, since BibTeX counts those after a backslash as well), and words
with capitals inside are put in braces, so that no style makes "Bert" of "BERT".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize
from urllib.parse import quote

from graph.references.reference import Contributor, Kind, Reference, one_line, person_parts

_TYPES: dict[Kind, tuple[str, str | None]] = {
    "journal": ("article", "journal"),
    "conference": ("inproceedings", "booktitle"),
    "chapter": ("incollection", "booktitle"),
    "book": ("book", "series"),
    "proceedings": ("proceedings", "series"),
    "thesis": ("phdthesis", "school"),
    "report": ("techreport", "institution"),
    "dataset": ("misc", "howpublished"),
    "preprint": ("misc", "howpublished"),
    "other": ("misc", "howpublished"),
}
"""The type of entry, and the field that says where it appeared."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The names that every style knows."""
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    }
)  # fmt: skip
_OBEYED = re.compile(r"[{}\\@\s]")
_LETTER = re.compile(r"\w")
_WORD = re.compile(r"[A-Za-z0-9]+")
_EMPTY_WORDS = frozenset({"a", "an", "the", "on", "of", "in", "for", "and", "to", "with", "is", "are"})


def bibtex(references: Iterable[Reference]) -> str:
    """All entries, each with a key of its own: family name, year and first telling word of the title."""
    taken: set[str] = set()
    return "\n".join(_entry(reference, _key(reference, taken)) for reference in references)


def _entry(reference: Reference, key: str) -> str:
    kind, place = _TYPES[reference.published]
    if kind == "phdthesis" and "master" in (reference.kind or "").casefold():
        kind = "mastersthesis"
    fields = "".join(f"  {name} = {value},\n" for name, value in _values(reference, kind, place))
    return f"@{kind}{{{key},\n{fields}}}\n"


def _values(reference: Reference, kind: str, place: str | None) -> Iterator[tuple[str, str]]:
    """The fields that there are, in braces but for the month, which styles have their own words for."""
    for name, value in _fields(reference, place):
        if value:
            yield name, f"{{{value}}}"
        if name == "year" and len(reference.date_parts) > 1:
            yield "month", _MONTHS[reference.date_parts[1] - 1]
    if reference.said_kind and reference.said_kind.casefold() != kind:
        words = f"{{{_tex(reference.said_kind)}}}"
        yield "entrysubtype", words
        if reference.published in ("thesis", "report") and reference.printed_kind:
            yield "type", words


def _fields(reference: Reference, place: str | None) -> Iterator[tuple[str, str | None]]:
    """The fields as TeX reads them; identifiers and addresses nearly as they are, which no program takes for TeX."""
    first, last = reference.page_range or (None, None)
    yield "title", _with_capitals_kept(reference.full_title)
    yield "author", _people(reference.authors, complete=reference.authors_complete)
    yield "editor", _people(reference.editors, complete=True)
    yield "year", str(reference.year) if reference.year else None
    yield "date", "-".join(f"{part:02}" for part in reference.date_parts) if len(reference.date_parts) > 2 else None
    if place:
        yield place, _tex(reference.venue)
    yield "volume", _tex(reference.volume)
    yield "number", _tex(reference.issue)
    yield "pages", _tex(f"{first}--{last}" if last else first or reference.article_number)
    is_named = reference.published in ("thesis", "report")  # by who issued it
    yield "publisher", _tex(reference.other_publisher if is_named else reference.publisher)
    yield "address", _tex(reference.place)
    yield "language", _tex(" and ".join(reference.languages))
    yield "issn", _verbatim(reference.issn)
    yield "isbn", _tex(", ".join(reference.isbns))
    yield "doi", _verbatim(reference.id_in("doi"))
    yield "eprint", _verbatim(reference.id_in("arxiv"))
    yield "archiveprefix", "arXiv" if reference.id_in("arxiv") else None
    yield "pmid", _verbatim(reference.id_in("pmid"))
    yield "url", _verbatim(reference.address)
    yield "abstract", _tex(reference.abstract)


def _people(people: Sequence[Contributor], *, complete: bool) -> str | None:
    names = [_name(who) for who in people] + ([] if complete or not people else ["others"])
    return " and ".join(names) or None


def _name(who: Contributor) -> str:
    parts = person_parts(who)
    if parts is None:
        return f"{{{_tex(who.name)}}}"
    if parts.given is None:
        return f"{{{_tex(parts.family)}}}"
    return ", ".join(_tex(part) or "" for part in (parts.family, parts.suffix, parts.given) if part)


def _with_capitals_kept(title: str) -> str:
    """The title, whose words with capitals inside no style puts in small letters."""
    return " ".join(f"{{{_tex(word)}}}" if _has_inner_capital(word) else _tex(word) or "" for word in title.split())


def _has_inner_capital(word: str) -> bool:
    first = _LETTER.search(word)
    return first is not None and any(map(str.isupper, word[first.end() :]))


def _tex(text: str | None) -> str | None:
    return one_line(text).translate(_ESCAPES) if text else None


def _verbatim(text: str | None) -> str | None:
    """An identifier or an address: what BibTeX counts or TeX obeys is percent-encoded, as addresses may be."""
    return _OBEYED.sub(lambda found: quote(found.group()), one_line(text)) if text else None


def _key(reference: Reference, taken: set[str]) -> str:
    parts = person_parts(reference.authors[0]) if reference.authors else None
    who = parts.family if parts else reference.authors[0].name if reference.authors else "anonymous"
    telling = next((word for word in _plain_words(reference.full_title) if word not in _EMPTY_WORDS), "")
    key = f"{''.join(_plain_words(who)) or 'anonymous'}{reference.year or ''}{telling}"
    found = next(one for one in (key, *(f"{key}-{number}" for number in range(2, len(taken) + 3))) if one not in taken)
    taken.add(found)
    return found


def _plain_words(text: str) -> list[str]:
    return _WORD.findall(normalize("NFKD", text).encode("ascii", "ignore").decode().lower())
