"""The tagged export of the Web of Science, plain text (.txt) or for EndNote (.ciw)."""

import re

from loaders.parsing.source import Source
from loaders.parsing.tagged import Grammar, TaggedRecord, tagged_records
from loaders.parsing.text_lines import TextLines
from loaders.records import Header, Items, Rejection
from loaders.table_rows.odd_rows import OddRows
from loaders.web_of_science.work import SITE, WosWork

NAME = "web_of_science"
ABOUT = "the tagged export of the Web of Science (plain text or EndNote .ciw)"

_TAG = re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?: (?P<value>.*)|\s*$)")
_NAMES = frozenset({"TI", "UT", "DI"})
_ONCE = _NAMES | {"AU", "AF", "SO", "PY", "AB", "VL"}
_BEGINS = re.compile(r"\s*(?:FN .*\nVR .*\n\s*)?PT [JBSCP]\b.*\n(?:[A-Z][A-Z0-9] |   )")
_LISTS = frozenset(["AU", "AF", "BA", "BF", "CA", "GP", "BE", "ED", "C1", "CR"])
_FILE = frozenset({"FN", "VR", "EF"})


def recognise(head: str) -> bool:
    """Whether the text begins with the file tags FN and VR, or with the record tag PT and a further tag."""
    return bool(_BEGINS.match(head)) or bool(re.match(r"\s*FN (?:Clarivate|Thomson|ISI)", head))


def read(source: Source) -> Items:
    """The header, then a record or rejection for each record of the file."""
    yield Header(format=NAME, source=SITE)
    lines, remarks = TextLines(source), OddRows()
    for tagged in tagged_records(lines, _GRAMMAR):
        where = f"line {tagged.line}"
        if tagged.is_too_large:
            yield Rejection(where, "the record is larger than 16 MiB; an ER line is probably missing")
            continue
        yield from map(tagged.with_what_is_left, WosWork(where, _fields(tagged)).read())
        if tagged.torn:
            remarks.add(where, f"the record has no ER line; {tagged.told_of_its_end()}", truncated=True)
        elif not tagged.ended and tagged.is_last:
            told = "the record has no ER line; if the file is truncated here, its last field is not complete"
            remarks.add(where, told, truncated=True)
        elif not tagged.ended:
            remarks.add(where, "the record has no ER line; it was closed where the next one begins")
    yield from remarks.remarks()
    yield from lines.remarks


def _tag_of(text: str) -> tuple[str, str] | None:
    match = _TAG.fullmatch(text)
    return (match["tag"], match["value"] or "") if match else None


_GRAMMAR = Grammar(
    _tag_of, "PT", names=_NAMES, once=_ONCE, around=_FILE, continues=lambda text: text.startswith("  "), lists=_LISTS
)


def _fields(tagged: TaggedRecord) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for held in tagged.fields:
        fields.setdefault(held.tag, []).extend(held.lines)
    return fields
