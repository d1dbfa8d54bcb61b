"""The tagged text of AMiner's older citation networks (DBLP-Citation v1 to v9, ACM-Citation), and of its social network.

Tags: https://www.aminer.cn/citation, https://www.aminer.cn/aminernetwork.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from loaders.author_lists.listed import authorships_of
from loaders.author_lists.reading import read_names
from loaders.fields.citation_counts import counted_citations
from loaders.fields.dates import unread_year, year_of
from loaders.fields.links import each_once
from loaders.fields.publication_types import publication_kind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.parsing.source import Source
from loaders.parsing.tagged import Grammar, TaggedRecord, tagged_records
from loaders.parsing.text_lines import TextLines
from loaders.records import Affiliation, Authorship, Declared, Header, Identifier, Item, Items, Person, Record, Rejection, Remark

NAME = "aminer_tagged"
ABOUT = "the tagged text of AMiner's older citation networks (DBLP-Citation v1 to v9)"
SITE = "AMiner"

_LINE = re.compile(
    r"#(?P<tag>\*|@|%|!|index|arnetid|citation|year|conf|pc|cn|hi|pi|upi|n(?=\s)|a(?=\s)|o(?=\s)|t(?!\w*[a-z])|c(?!\w*:))\s?(?P<value>.*)"
)
_BEGINS = re.compile(r"^#(?:\*|index)", re.MULTILINE)
_FURTHER = re.compile(r"^#(?:@|t\s?\d{4}|year\s?\d|c\S|conf\S|%\s?\w|n\s\S|index\s?\w)", re.MULTILINE)
_COUNT = re.compile(r"\s*(?P<count>\d{1,9})\s*\n#\*")
_NAMES = frozenset({"*", "index"})
_NOTHING = frozenset(("", "-", "-1", "null", "none"))
_FEWEST_TAGS = 2
_ONE_RELEASE = "the numbers of these records count within one release of the data only; load no two releases into one graph"


def recognise(head: str) -> bool:
    """Whether lines begin with "#*" or "#index", and others with further tags."""
    return bool(_BEGINS.search(head)) and len({match.group()[:2] for match in _FURTHER.finditer(head)}) >= _FEWEST_TAGS


def read(source: Source) -> Items:
    """The header, then a record for each paper and a `Person` for each author of the social network."""
    count = _COUNT.match(source.head())
    declared = (Declared(name="papers", count=int(count["count"]), counts_records=True),) if count else ()
    yield Header(format=NAME, source=SITE, declared=declared)
    lines, numbers = TextLines(source), 0
    for tagged in tagged_records(lines, _GRAMMAR):
        where = f"line {tagged.line}"
        if tagged.is_too_large:
            yield Rejection(where, "the record is larger than 16 MiB; correct or leave out what stands there")
            continue
        key = _given(tagged, "index")
        numbers += key.isdigit()
        yield from _record(tagged, f"{where} ({key})" if key else where, key)
    if numbers:
        yield Remark(
            "line 1", "the numbers of these records count within one release of the data only; load no two releases together"
        )
    yield from lines.remarks


def _tag_of(text: str) -> tuple[str, str] | None:
    match = _LINE.fullmatch(text)
    return (match["tag"], match["value"]) if match else None


_GRAMMAR = Grammar(_tag_of, "*", names=_NAMES, once=_NAMES | {"@", "!", "t", "year"}, ends=None)


def _record(tagged: TaggedRecord, where: str, key: str) -> Iterator[Item]:
    ids = (Identifier("aminer", key),) if key else ()
    if name := _given(tagged, "n"):
        places = tuple(Affiliation(place) for part in _given(tagged, "a").split(";") if (place := " ".join(part.split())))
        yield Person(name=name, where=where, ids=ids, affiliations=tuple(dict.fromkeys(places)))
        return
    title, abstract = title_text(_given(tagged, "*")), abstract_text(next(iter(tagged.values("!")), ""))
    authors, complete = _authors(tagged)
    if not (title or abstract or authors):
        yield Rejection(where, "the record has neither a title, authors nor an abstract; leave it out")
        return
    year, venue = year_of(_given(tagged, "t", "year")), _given(tagged, "c", "conf")
    cited = (text for line in tagged.values("%") for text in line.split() if text not in _NOTHING)
    yield Record(
        where=where,
        title=title,
        abstract=abstract,
        year=year,
        unread_year=unread_year(year, _given(tagged, "t", "year")),
        date=str(year) if year else None,
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=publications(venue or None, publication_kind(venue), year),
        cites=each_once(*(Identifier("aminer", text.strip(";,")) for text in cited)),
        **counted_citations(_given(tagged, "citation") or None),
    )


def _given(tagged: TaggedRecord, *tags: str) -> str:
    value = tagged.first(*tags) or ""
    return "" if value.casefold() in _NOTHING else value


def _authors(tagged: TaggedRecord) -> tuple[tuple[Authorship, ...], bool]:
    """The names, divided by semicolons or else by commas, each with the affiliation at its place where there are as many."""
    printed = _given(tagged, "@").strip(" ,;")
    if not printed:
        return (), False
    divider = ";" if ";" in printed else ","
    found = read_names(printed, separator=divider)
    people = authorships_of(found)
    places = [" ".join(place.split()) for place in _given(tagged, "o").split(";")]
    if len(places) == len(people):
        people = tuple(_at(person, place) for person, place in zip(people, places, strict=True))
    return people, found.complete and bool(people)


def _at(person: Authorship, place: str) -> Authorship:
    return person if place in _NOTHING else replace(person, affiliations=(Affiliation(place),))
