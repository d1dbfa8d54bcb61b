"""What a page that lists one person's works gives, once head and entries are found: the cluster page and the paper list."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.pages.headings import Entry
from loaders.pages.page import Block, Page, ends_within, where
from loaders.pages.page_ends import Begun, EntryEnd, counts_disagree, end_of, ending
from loaders.records import Declared, Header, Item, Person, Rejection, Remark


@dataclass(frozen=True)
class ListPage:
    """A list page taken apart. `listed` is the line after which the entries begin, `appended` what another page behind it is
    rejected with."""

    format: str
    site: str
    owner: str | None
    declared: tuple[Declared, ...]
    listed: int
    notes: Sequence[str]
    preface: Sequence[Block]
    entries: list[Entry]
    appended: Sequence[Rejection]


def record_counts(declared: Iterable[Declared]) -> tuple[int, ...]:
    """The declared counts of the listed entries."""
    return tuple(count.count for count in declared if count.counts_records)


def items_of(
    page: Page, found: ListPage, begun: Begun, read_entry: Callable[[Entry, str | None, EntryEnd], Iterable[Item]]
) -> Iterator[Item]:
    """The header, the records and what is to be said of the page, in its order. `begun` tells a heading that was truncated."""
    counts = record_counts(found.declared)
    end = ending(page, found.entries, counts, begun)
    owner = None if found.owner and ends_within(page, found.owner) else found.owner
    facts = (("notes", "\n".join(found.notes)),) if found.notes else ()
    about = Person(name=owner) if owner else None
    yield Header(format=found.format, source=found.site, about=about, declared=found.declared, facts=facts)
    yield from page.remarks
    yield from counts_disagree(found.declared, found.listed)
    if not counts and not found.entries:
        yield Rejection(
            where(found.listed), "the page is truncated before its list of papers begins; save it again", truncated=True
        )
    if 0 not in counts:
        for block in found.preface:
            yield Remark(where(block.line), f"not understood and left out: {block.lines[0][:60]!r}")
    for entry in end.entries:
        yield from read_entry(entry, owner, end_of(page, end, entry))
    yield from (*end.reports, *found.appended)
