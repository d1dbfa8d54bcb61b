"""The researcher profile page: one person's works with kind, year, source, title and abstract, and what the site holds of them.

Each entry is "KINDYEARSOURCE" run together ("preprint2022arXiv"), the title, the abstract. No author lists.
"""

import re
from collections.abc import Iterator

from loaders.fields.dates import YEAR
from loaders.fields.publication_types import is_kind_of_work, publication_kind
from loaders.fields.venues import venue, venue_name
from loaders.pages.headings import Entry, Shape, split_entries
from loaders.pages.page import Block, Page, ends_within, joined, page_items, squeezed, where, whole_number
from loaders.pages.page_ends import Begun, continues, counts_disagree, ending, first_page
from loaders.pages.profile_facts import profile_facts
from loaders.parsing.source import Source
from loaders.records import Authorship, Declared, Header, Item, Items, Person, Publication, Record, Rejection, Remark

NAME = "researcher_profile"
ABOUT = "a researcher's profile page with the list of published work"
SITE = "BZPEER"

_TITLE = "researcher profile"
_PROOF = ("trust snapshot", "published work", "quick read")
_KIND = r"[^\W\d_](?:[^\W\d_]|[ /&'’()-]){0,50}?"
_KIND_ALONE = (
    r"(?:(?:conference|journal|workshop|proceedings|research|review|short|technical|working|book|data|peer|edited"
    r"|doctoral|phd|master'?s?) ?-?){0,2}"
    r"(?:paper|article|pre-?print|review|chapter|book|monograph|thesis|dissertation|report|letter|editorial|data ?set|poster"
    r"|other|posted content)"
)
_HEADING = re.compile(
    rf"(?P<kind>{_KIND})\s*(?P<year>{YEAR})(?P<source>\D.{{0,150}}|\d.{{1,150}})?"
    rf"|(?P<only_year>{YEAR})(?P<only_source>[^\W\d_].{{0,150}})"
    rf"|(?P<only_kind>{_KIND_ALONE})(?P<kind_source>(?:[^\W\d_a-z]|[a-z]{{1,3}}[A-Z]).{{0,150}})?"
)
"""Kind, year and source run together; the source, and the kind or the year, may be missing."""
_BEGUN = Begun(
    re.compile(rf"[a-z][a-z -]{{0,25}}(?:\d{{0,3}}|{YEAR}.{{0,80}})"),
    re.compile(rf"[a-z]+(?:-[a-z]+)?(?:\d{{0,3}}|{YEAR}.{{0,80}})"),
    parts=1,
)
_OPENING = "([{\"“‘«'"
_PUBLISHED = re.compile(r"(?P<count>\d[\d,.]*)\s+published (?:items?|works?)(?:\(s\))?", re.IGNORECASE)


def recognise(head: str) -> bool:
    """Whether the text begins with the line "Researcher profile", or has it near its beginning and the page's other labels."""
    lines = [line.strip().casefold() for line in head.split("\n") if line.strip()]
    return lines[:1] == [_TITLE] or (_TITLE in lines[:8] and any(proof in lines for proof in _PROOF))


def read(source: Source) -> Items:
    """The header, then a record or rejection for every entry, in the order of the page."""
    yield from page_items(source, NAME, SITE, _read)


def _read(page: Page) -> Iterator[Item]:
    start = next((n for n, line in enumerate(page.lines, 1) if line.strip().casefold() == _TITLE), 0)
    list_from, published = _list_start(page, start)
    facts = profile_facts(page, start + 1, list_from)
    declared = (*facts.declared.values(), *published)
    counts = tuple(count.count for count in declared if count.counts_records)
    entries_from = list_from + bool(published)

    def entries_of(some: Page) -> tuple[tuple[Block, ...], list[Entry]]:
        shape = Shape(_HEADING, _judge, lambda heading, title: (-(_year(heading) or 0), title.casefold()), _unmistakable)
        return split_entries([block for block in some.blocks if block.line >= entries_from], shape, counts)

    page, appended = first_page(page, start, lambda whole, first: continues(entries_of(whole)[1], entries_of(first)[1], counts))
    preface, entries = entries_of(page)
    end = ending(page, entries, counts, _BEGUN)
    person = (
        Person(name=facts.owner, affiliations=facts.affiliations) if facts.owner and not ends_within(page, facts.owner) else None
    )
    yield Header(format=NAME, source=SITE, about=person, declared=declared, facts=tuple(facts.stated.items()))
    yield from (*page.remarks, *facts.remarks, *counts_disagree(declared, list_from))
    if not counts and not entries:
        yield Rejection(
            where(list_from - 1), "the page is truncated before its list of works begins; save it again", truncated=True
        )
    elif not published:
        yield Remark(
            where(list_from), 'the page has no line "… published item(s)": its list of works may be missing or truncated'
        )
    yield from (
        Remark(where(block.line), f"not understood and left out: {block.lines[0][:60]!r}") for block in preface if 0 not in counts
    )
    for entry in end.entries:
        yield _item(entry, facts.owner)
    yield from (*end.reports, *appended)


def _list_start(page: Page, start: int) -> tuple[int, tuple[Declared, ...]]:
    """The number of the line with the count of the list, and that count; else of the first heading, or the end of the page."""
    for number, line in enumerate(page.lines, 1):
        match = _PUBLISHED.fullmatch(line.strip()) if number > start else None
        count = whole_number(match["count"]) if match else None
        if count is not None:
            return number, (Declared(name="published_items", count=count, counts_records=True),)
    first = next((block.line for block in page.blocks if block.line > start and _certain(block)), len(page.lines) + 1)
    return first, ()


def _certain(block: Block) -> bool:
    match = _HEADING.fullmatch(block.lines[0].strip())
    return match is not None and _judge(match, "", None) == 0


def _year(heading: re.Match[str]) -> int | None:
    printed = heading["year"] or heading["only_year"]
    return int(printed) if printed else None


def _source(heading: re.Match[str]) -> str:
    return heading["source"] or heading["only_source"] or heading["kind_source"] or ""


def _unmistakable(heading: re.Match[str]) -> bool:
    """Whether a kind of work, a year and a source are run together as no running text has them, whatever the source is."""
    kind, source = heading["kind"], _source(heading)
    if kind is None or not is_kind_of_work(kind) or len(kind.split()) > 3:
        return False
    glued = not heading.group()[heading.end("kind")].isspace() and not source[:1].isspace()
    return glued and (kind.islower() or not source or source[0].isalnum()) and len(source.split()) <= 10


def _judge(heading: re.Match[str], title: str | None, _following: Block | None) -> int:
    """Doubtful: words that are not a kind of work, a year that is missing, and, where kind, year and source are not plainly run
    together, a source that begins or ends like a piece of a sentence."""
    kind, source = heading["kind"], _source(heading)
    if heading["only_kind"]:
        return 1 if source and (venue(source) or len(source.split()) <= 10) else 2
    if _unmistakable(heading) and (title is not None or not source[:1].islower()):
        return 0
    doubt = 1 if kind is None else 0 if is_kind_of_work(kind) else 1 + (not kind.islower())
    doubt += kind is not None and (len(kind.split()) > 3 or heading.group()[heading.end("kind")].isspace())
    if venue(source):
        return doubt
    doubt += 2 * bool(source and (source[0].islower() or not (source[0].isalnum() or source[0] in _OPENING)))
    return doubt + source.endswith((".", ",", ";")) + (len(source.split()) > 10)


def _item(entry: Entry, owner: str | None) -> Record | Rejection:
    heading = entry.heading
    if entry.title is None:
        return Rejection(where(entry.line), f"the heading {heading.group()!r} has no title after it")
    kind = squeezed(heading["kind"] or heading["only_kind"] or "") or None
    printed = squeezed(_source(heading))
    year = _year(heading)
    known = venue(printed)
    meaning = publication_kind(kind)
    if known and (meaning == "other" or known.kind == "preprint"):
        meaning = known.kind
    publications = (Publication(venue=venue_name(printed), kind=meaning, year=year),) if printed else ()
    return Record(
        where=where(entry.line),
        title=entry.title,
        abstract=joined(entry.body),
        kind=kind,
        year=year,
        date=str(year) if year else None,
        authors=(Authorship(name=owner),) if owner else (),
        authors_complete=False,
        publications=publications,
    )
