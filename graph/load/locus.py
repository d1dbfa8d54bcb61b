"""Where in its journal or proceedings a work stands, in a form that can be compared: venue, volume, issue, first page, article
number.

Sources print these in many ways ("101--110", "pp. 101–110", "101-10"; "XII", "vol. 12"). What is compared is what is sure: two
numbers of one kind that differ. "e12" and "12", "iv" and "4", "2019" and "34" are numbers of two kinds and say nothing of each
other."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from graph.load.text import roman_number, title_key
from loaders.records import Publication, Record

_DASH = re.compile(r"\s*[-‐‑‒–—―−]+\s*")
_WORD_BEFORE = re.compile(
    r"^(?:volumes?|vols?|issues?|iss|numbers?|nos?|nr|num|pages?|pp?|pgs?|art(?:icle)?|band|bd)\b[\s.:]*", re.IGNORECASE
)
_COUNT = re.compile(r"\d+\s*(?:p|pp|pages|s|seiten|f)\.?$", re.IGNORECASE)
_RANGE = re.compile(
    r"(?P<first>[a-z]{0,6}\.?\s?\d+[a-z]?|[ivxlcdm]+)(?:-(?P<last>[a-z]{0,6}\.?\s?\d+[a-z]?|[ivxlcdm]+))?(?:\+|f{1,2}\.?)?(?:[,;].*)?$"
)
_NUMBER = re.compile(r"(?P<letters>[a-z]{0,6})\.?\s?(?P<digits>\d{1,18})(?P<more>[a-z]?)$")
_SUPPLEMENT = re.compile(r"\bsuppl(?:ement)?\b\.?|(?<=_)suppl(?:ement)?\b|\bsup\b\.?", re.IGNORECASE)
_YEARS = range(1600, 2100)
_NAMED_FREELY = frozenset({"conference", "workshop", "book"})
"""Kinds of venues of which one source gives the volume of the series, another that of the proceedings."""
_SMALL_WORDS = frozenset(title_key("the a an of and in on for to de la le les des du der die das und et y e di del").split())

Number = tuple[str, int]
"""Letters before (or the kind of numbering), and the number itself."""


@dataclass(frozen=True, slots=True)
class Locus:
    """What a record says of the place where the work was published; parts that it does not say, or not readably, are empty."""

    venues: frozenset[str] = frozenset()
    issns: frozenset[str] = frozenset()
    volumes: frozenset[Number] = frozenset()
    issues: frozenset[Number] = frozenset()
    first: Number | None = None
    length: int | None = None
    article: str | None = None
    year: int | None = None

    @property
    def key(self) -> str:
        """All that is said but venue and year, as one word; empty where nothing is."""
        numbers = (*sorted(self.volumes), "/", *sorted(self.issues), "/", self.first or "", self.article or "")
        return "" if not (self.volumes or self.issues or self.first or self.article) else repr(numbers)


def locus_of(record: Record) -> Locus:
    """Where a record says that its work was published; preprint servers are no such place."""
    published = [publication for publication in record.publications if publication.kind != "preprint"]
    free = bool(published) and all(publication.kind in _NAMED_FREELY for publication in published)
    first, length = _pages(record.pages)
    return Locus(
        venues=frozenset(title_key(publication.venue) for publication in published),
        issns=frozenset(_issns(published)),
        volumes=frozenset() if free else _numbers(record.volume),
        issues=frozenset() if free else _numbers(record.issue),
        first=first,
        length=length,
        article=_article(record.article_number),
        year=record.year,
    )


def tidy(printed: str | None) -> str | None:
    """Pages, a volume or an issue as printed, with white space collapsed and plain hyphens between numbers."""
    return _DASH.sub("-", " ".join(printed.split())) if printed else None


def other_numbers(a: str | None, b: str | None) -> bool:
    """Whether two volumes or issues as printed are surely two."""
    return _differ(_numbers(a), _numbers(b))


def difference(a: Locus, b: Locus) -> str | None:
    """Why two places cannot be one, in words ("volumes 12 and 13"), or None. Two venues are two names of one place, or two places
    of one work, as a rule: it takes another volume and another page as well."""
    if a.venues and b.venues and not same_venue(a, b):
        return _elsewhere(a, b)
    if _differ(a.volumes, b.volumes):
        return _both("volumes", _words(a.volumes), _words(b.volumes))
    if _differ(a.issues, b.issues):
        return _both("issues", _words(a.issues), _words(b.issues))  # many journals begin each issue with page 1
    if a.article and b.article:
        return None if a.article == b.article else _articles_differ(a.article, b.article)
    if _begin_apart(a, b) and a.first and b.first:
        return _both("first pages", _word(a.first), _word(b.first))
    return None


def _elsewhere(a: Locus, b: Locus) -> str | None:
    """Why two venues are surely two places: neither volume nor page is the other's."""
    if not (_differ(a.volumes, b.volumes) and a.first and b.first and _begin_apart(a, b)):
        return None
    return _both("venues, volumes and first pages", *(f"{_words(one.volumes)}:{_word(one.first)}" for one in (a, b) if one.first))


def _begin_apart(a: Locus, b: Locus) -> bool:
    """Whether both begin on a page of one kind, and not on the same."""
    if not a.first or not b.first or a.first == b.first:
        return False
    return _same_kind(a.first, b.first) and not _numbered_anew(a, b)


def is_one_place(a: Locus, b: Locus) -> bool:
    """Whether two records surely speak of one place: one venue, one volume (or year), and one first page or article number."""
    if not same_venue(a, b) or difference(a, b):
        return False
    one_volume = bool(a.volumes & b.volumes) or (not (a.volumes and b.volumes) and a.year is not None and a.year == b.year)
    return one_volume and ((a.first is not None and a.first == b.first) or (a.article is not None and a.article == b.article))


def same_venue(a: Locus, b: Locus) -> bool:
    """Whether both name a venue, and one of them is the same: by ISSN, by name, or by an abbreviation of it."""
    if a.venues & b.venues or a.issns & b.issns:
        return True
    return any(_abbreviates(x, y) for x in a.venues for y in b.venues)


def _abbreviates(a: str, b: str) -> bool:
    """Whether each word of one name begins the word of the other in its place ("j artif intell res"), small words left out."""
    ours, theirs = ([word for word in name.split() if word not in _SMALL_WORDS] for name in (a, b))
    if len(ours) != len(theirs) or not ours:
        return False
    return all(x.startswith(y) or y.startswith(x) for x, y in zip(ours, theirs, strict=True))


def _issns(publications: Iterable[Publication]) -> Iterable[str]:
    return (known.value for publication in publications for known in publication.ids if known.scheme == "issn")


def _plain(printed: str) -> str:
    text = _DASH.sub("-", " ".join(unicodedata.normalize("NFKC", printed).split()))
    return _SUPPLEMENT.sub("s", text).casefold().strip(" .,;()[]")


def _numbers(printed: str | None) -> frozenset[Number]:
    """The numbers that a volume or an issue goes by: "3-4" is both; a Roman number counts as the Arabic one."""
    text = _WORD_BEFORE.sub("", _plain(printed)) if printed else ""
    found: set[Number] = set()
    for part in re.split(r"[-/,&+ ]+", text):
        match = _NUMBER.fullmatch(part)
        if match and not match["more"]:
            found.add((match["letters"], int(match["digits"])))
        elif value := roman_number(part):
            found.add(("", value))
    return frozenset(found)


def _pages(printed: str | None) -> tuple[Number | None, int | None]:
    """The first page, and how many pages there are where the last one is told."""
    text = _plain(printed) if printed else ""
    if not text or _COUNT.fullmatch(text):
        return None, None
    match = _RANGE.fullmatch(_WORD_BEFORE.sub("", text))
    first = _page(match["first"]) if match else None
    if not match or first is None or not match["last"]:
        return first, None
    last = _page(match["last"])
    if last is None or last[0] not in {first[0], ""}:
        return first, None
    end = last[1] if last[1] >= first[1] else int(str(first[1])[: -len(str(last[1]))] + str(last[1]))
    return first, end - first[1] + 1 if end >= first[1] else None


def _page(printed: str) -> Number | None:
    match = _NUMBER.fullmatch(printed)
    if match:
        return (match["letters"] or match["more"], int(match["digits"]))
    value = roman_number(printed)
    return ("roman", value) if value else None


def _article(printed: str | None) -> str | None:
    text = "".join(character for character in _WORD_BEFORE.sub("", _plain(printed)) if character.isalnum()) if printed else ""
    return text.lstrip("0") or None


def _articles_differ(a: str, b: str) -> str | None:
    return _both("article numbers", a, b) if a.isdigit() == b.isdigit() and len(a) == len(b) else None


def _differ(a: frozenset[Number], b: frozenset[Number]) -> bool:
    """Whether no number of one is among those of the other, though both count in one way."""
    if not a or not b or a & b:
        return False
    return all(_same_kind(x, y) and (x[1] in _YEARS) == (y[1] in _YEARS) for x in a for y in b)


def _same_kind(a: Number, b: Number) -> bool:
    return a[0] == b[0]


def _numbered_anew(a: Locus, b: Locus) -> bool:
    """Whether one counts its pages from 1, as before an issue is put together, and both have the same number of pages."""
    return 1 in {a.first[1] if a.first else 0, b.first[1] if b.first else 0} and a.length is not None and a.length == b.length


def _both(what: str, a: str, b: str) -> str:
    first, second = sorted((a, b), key=lambda word: (len(word), word))
    return f"{what} {first} and {second}"


def _words(numbers: frozenset[Number]) -> str:
    return "-".join(_word(number) for number in sorted(numbers))


def _word(number: Number) -> str:
    kind, value = number
    return f"{value} (Roman)" if kind == "roman" else f"{kind}{value}"
