"""What the tagged exports of EndNote and RefWorks have in common: tagged lines to references, in one pass."""

from collections.abc import Callable, Iterator

from loaders.endnote.reference import Reference, record
from loaders.parsing.source import Source
from loaders.parsing.tagged import Grammar, TaggedRecord, tagged_records
from loaders.parsing.text_lines import TextLines
from loaders.records import Item, Rejection
from loaders.table_rows.odd_rows import OddRows


def references(source: Source, grammar: Grammar, reference: Callable[[TaggedRecord, str], Reference]) -> Iterator[Item]:
    """A record or rejection for each reference of the file, then remarks about lists that were torn into their characters."""
    lines, remarks = TextLines(source), OddRows()
    for tagged in tagged_records(lines, grammar):
        where = f"line {tagged.line}"
        if tagged.is_too_large:
            yield Rejection(where, "the reference is larger than 16 MiB; correct or leave out what stands there")
            continue
        yield tagged.with_what_is_left(record(reference(tagged, where)))
        if tagged.torn:
            remarks.add(where, tagged.told_of_its_end(), truncated=True)
        for tag in tagged.torn_tags():
            remarks.add(where, f"every character of {tag} stood on a line of its own; they were put together again")
    yield from remarks.remarks()
    yield from lines.remarks
