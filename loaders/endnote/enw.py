"""EndNote's tagged format (Refer, BibIX), as EndNote, Google Scholar, the ACM, CNKI and others write it.

Tags: EndNote's manual, "Creating a tagged EndNote import file".
"""

import re

from loaders.endnote.reference import Reference, lines_of
from loaders.endnote.tagged_references import references
from loaders.fields.export_dates import exported
from loaders.parsing.source import Source
from loaders.parsing.tagged import Grammar, TaggedRecord
from loaders.records import Header, Items

NAME = "endnote_tagged"
ABOUT = "EndNote's tagged format (.enw, Refer, BibIX)"
SITE = "EndNote file"

_LINE = re.compile(r"\s{0,3}%(?P<tag>[0-9A-Z?@!#$&()*+^<>=\[\]~|\\])(?:[ \t]+(?P<value>.*)|\s*$)")
_KIND = re.compile(r"^\s{0,3}%0[ \t]+[A-Za-z].*$", re.MULTILINE)
_FIELD = re.compile(r"^\s{0,3}%[ABDEIJKNPRTUVXZ8@][ \t]+\S", re.MULTILINE)
_FEWEST = 3
_PAGES = re.compile(r"[A-Za-z]{0,3}\d+(?:\s*[-–]+\s*[A-Za-z]{0,3}\d+)?")
_NAMES = frozenset({"%T", "%R"})
_ONCE = _NAMES | {"%D", "%J", "%V", "%P", "%X"}


def recognise(head: str) -> bool:
    """Whether there is a line "%0 Journal Article" and another tagged line; or, without kinds, a title, an author and a third."""
    if _KIND.search(head):
        return bool(_FIELD.search(head))
    tags = {line.strip()[1] for line in _FIELD.findall(head)}
    return {"T", "A"} <= tags and len(tags) >= _FEWEST and not re.search(r"^\s*@\w+\s*[{(]", head, re.MULTILINE)


def read(source: Source) -> Items:
    """The header, then a record or rejection for each reference of the file."""
    yield Header(format=NAME, source=SITE, facts=exported(source.head()))
    yield from references(source, _GRAMMAR, _reference)


def _tag_of(text: str) -> tuple[str, str] | None:
    match = _LINE.fullmatch(text)
    return (f"%{match['tag']}", match["value"] or "") if match else None


_GRAMMAR = Grammar(_tag_of, "%0", names=_NAMES, once=_ONCE, ends=None)


def _reference(tagged: TaggedRecord, where: str) -> Reference:
    custom = tagged.values("%1", "%2", "%3", "%4", "%6", "%]")
    pages = tagged.first("%P") or next((text for text in tagged.values("%&") if _PAGES.fullmatch(text)), "")
    return Reference(
        where=where,
        kind=next(iter(tagged.lines("%0")), ""),
        title=tagged.first("%T") or tagged.first("%O") or tagged.first("%Q") or "",
        abstract=next(iter(tagged.values("%X")), ""),
        year=tagged.first("%D") or "",
        dates=tuple(tagged.values("%8")),
        authors=tuple(tagged.values("%A")),
        editors=tuple(tagged.values("%E")),
        addresses=tuple(line for text in tagged.values("%+") for line in lines_of(text)),
        venues=tuple(tagged.values("%J") + tagged.values("%B")),
        publisher=tagged.first("%I") or "",
        place=tagged.first("%C") or "",
        languages=tuple(tagged.values("%G")),
        volume=tagged.first("%V") or "",
        issue=tagged.first("%N") or "",
        pages=pages,
        article_number=tagged.first("%]") or "",
        doi=tagged.first("%R") or "",
        pmcid=next((text for text in custom if re.fullmatch(r"PMC\d+", text)), ""),
        accession=tagged.first("%M") or "",
        database=" ".join(tagged.values("%W", "%~")),
        links=tuple(link for text in tagged.values("%U", "%>") for link in lines_of(text)),
        numbers=tuple(tagged.values("%@")),
        keywords=tuple(tagged.values("%K")),
        notes=tuple(line for text in tagged.values("%Z", "%<") for line in lines_of(text)),
        work_type=tagged.first("%9") or "",
    )
