"""The tagged export of the Web of Science, plain text (.txt) or for EndNote (.ciw)."""

import re

from loaders.records import Header, Items, Rejection, Remark
from loaders.source import Source
from loaders.tagged import TaggedRecord, tagged_records
from loaders.text_lines import TextLines
from loaders.wos_work import SITE, WosWork

NAME = "web_of_science"
ABOUT = "the tagged export of the Web of Science (plain text or EndNote .ciw)"

_TAG = re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?: (?P<value>.*)|$)")
_BEGINS = re.compile(r"\s*(?:FN .*\nVR .*\n\s*)?PT [JBSCP]\b.*\n(?:[A-Z][A-Z0-9] |   )")
_FILE = frozenset({"FN", "VR", "EF"})


def recognise(head: str) -> bool:
    """Whether the text begins with the file tags FN and VR, or with the record tag PT and a further tag."""
    return bool(_BEGINS.match(head)) or bool(re.match(r"\s*FN (?:Clarivate|Thomson|ISI)", head))


def read(source: Source) -> Items:
    """The header, then a record or rejection for each record of the file."""
    yield Header(format=NAME, source=SITE)
    lines = TextLines(source)
    for tagged in tagged_records(lines, _TAG, "PT", around=_FILE, continues=lambda text: text.startswith("  ")):
        where = f"line {tagged.line}"
        if tagged.is_too_large:
            yield Rejection(where, "the record is larger than 16 MiB; an ER line is probably missing")
            continue
        yield from WosWork(where, _fields(tagged)).read()
        if not tagged.ended:
            yield Remark(where, "the record has no ER line; if the file is cut off here, its last field is not complete")
    yield from lines.remarks


def _fields(tagged: TaggedRecord) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for held in tagged.fields:
        fields.setdefault(held.tag, []).extend(held.lines)
    return fields
