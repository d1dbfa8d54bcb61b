"""What a BibTeX entry takes over from the entry named in its `crossref` or `xdata` field.

Which fields, and under which name: biblatex manual, appendix B, "Default crossref setup". Identifiers of the volume are not taken
over: its DOI does not name the chapter.
"""

from collections.abc import Iterator, Mapping

from loaders.bibtex.blocks import Entry

_CHILDREN = {
    "inbook": "book", "bookinbook": "book", "suppbook": "book", "incollection": "book", "suppcollection": "book",
    "inreference": "book", "inproceedings": "book", "conference": "book",
}  # fmt: skip
_TITLES = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_MAIN_TITLES = {"title": "maintitle", "subtitle": "mainsubtitle"}
_JOURNAL_TITLES = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_INHERITED = frozenset({
    "editor", "editora", "editorb", "editorc", "editortype", "booktitle", "booksubtitle", "booktitleaddon", "maintitle",
    "mainsubtitle", "journal", "journaltitle", "series", "publisher", "institution", "school", "organization", "address",
    "location", "year", "month", "date", "eventdate", "eventtitle", "isbn", "issn", "volume", "number",
})  # fmt: skip
_DEPTH = 8
_MOST = 100
"""So many entries are followed for one: where each refers to all others, the ways through them are without number."""


def referenced(entry: Entry) -> list[str]:
    """The keys that an entry refers to, those of xdata first."""
    data = [key.strip() for key in entry.fields.get("xdata", "").split(",")]
    return [key for key in (*data, entry.fields.get("crossref", "").strip()) if key]


def with_inherited(entry: Entry, parents: Mapping[str, Entry]) -> dict[str, str]:
    """The fields of an entry and those that it inherits; its own always win. Of references that lead on and on, and of very many,
    the first are followed."""
    return _fields(entry, parents, frozenset({entry.key.casefold()}), iter(range(_MOST)))


def _fields(entry: Entry, parents: Mapping[str, Entry], seen: frozenset[str], left: Iterator[int]) -> dict[str, str]:
    fields = dict(entry.fields)
    for key in referenced(entry):
        parent = parents.get(key.casefold())
        if parent is None or key.casefold() in seen or len(seen) > _DEPTH or next(left, None) is None:
            continue
        theirs = _fields(parent, parents, seen | {key.casefold()}, left)
        taken = theirs if parent.type == "xdata" else _mapped(entry.type, parent.type, theirs)
        if "date" in fields:
            taken = {name: value for name, value in taken.items() if name not in ("year", "month")}
        if "year" in fields:
            taken = {name: value for name, value in taken.items() if name not in ("date", "month")}
        fields = {**taken, **fields}
    return fields


def _mapped(child: str, parent: str, fields: Mapping[str, str]) -> dict[str, str]:
    if parent == "periodical":
        titles = _JOURNAL_TITLES
    elif parent.startswith("mv") and _CHILDREN.get(child) is None:
        titles = _MAIN_TITLES
    else:
        titles = _TITLES if child in _CHILDREN else {}
    taken = {name: value for name, value in fields.items() if name in _INHERITED}
    for name, value in fields.items():
        if name in titles:
            taken.setdefault(titles[name], value)
    if child in ("inbook", "bookinbook", "suppbook") and parent in ("book", "mvbook") and "author" in fields:
        taken["author"] = fields["author"]
    return taken
