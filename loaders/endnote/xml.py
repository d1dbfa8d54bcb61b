"""EndNote's XML, as EndNote, Zotero, Mendeley and others write it.

Fields: what EndNote exports, and the translator of Zotero (https://github.com/zotero/translators, Endnote XML).
"""

import re

from lxml import etree

from loaders.endnote.reference import Reference, lines_of, record
from loaders.fields.export_dates import exported
from loaders.fields.xml_words import words, words_at, words_of
from loaders.parsing.source import Source
from loaders.parsing.xml_stream import Opened, Piece, Shape, pieces, root_name
from loaders.records import Header, Items

NAME = "endnote_xml"
ABOUT = "EndNote's XML, also as Zotero and Mendeley write it"
SITE = "EndNote file"

_IN_DOCUMENTS = frozenset(("Author", "Year", "RecNum", "DisplayText", "Prefix", "Suffix", "Pages", "IDText"))
_SHAPE = Shape(frozenset(("record",)), _IN_DOCUMENTS, frozenset(("xml", "records", "EndNote", "Cite")))
_TELLING = re.compile(r"<ref-type[\s>]|<contributors[\s/>].*?<titles[\s/>]|<titles[\s/>].*?<contributors[\s/>]", re.DOTALL)
_OF_OTHERS = re.compile(r"<(?:\w+:)?(?:resource|header|metadata)[\s>]")
"""Records of DataCite have contributors beside titles too, by themselves or in answers of OAI-PMH."""
_LINE_END = re.compile(r"\r\n?|\n")
_NUMBERS = {
    "0": "Journal Article", "1": "Book", "2": "Artwork", "3": "Audiovisual Material", "4": "Bill", "5": "Book Section",
    "6": "Book", "7": "Case", "9": "Computer Program", "10": "Conference Proceedings", "12": "Web Page", "13": "Generic",
    "17": "Journal Article", "19": "Magazine Article", "20": "Map", "23": "Newspaper Article", "25": "Patent",
    "26": "Personal Communication", "27": "Report", "28": "Edited Book", "31": "Statute", "32": "Thesis",
    "34": "Unpublished Work", "36": "Manuscript", "43": "Electronic Article", "44": "Electronic Book", "45": "Online Database",
    "46": "Government Document", "47": "Conference Paper", "52": "Dictionary", "53": "Encyclopedia", "57": "Serial",
    "58": "Standard", "59": "Dataset", "60": "Electronic Book Section",
}  # fmt: skip
"""EndNote's kinds of references by their numbers, for a program that gives no name."""
_SYMBOLS = str.maketrans("abgdezhqiklmnxoprstufcywABGDEZHQIKLMNXOPRSTUFCYW", "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ")
"""What the letters of the font Symbol look like."""


def recognise(head: str) -> bool:
    """Whether an XML text holds records with EndNote's kinds of references, or its contributors beside titles."""
    if root_name(head) not in (*_SHAPE.records, *_SHAPE.containers) or _OF_OTHERS.search(head):
        return False
    return bool(_TELLING.search(head))


def read(source: Source) -> Items:
    """The header, then a record or rejection for each record of the file."""
    yield Header(format=NAME, source=SITE, facts=exported(source.head()))
    for piece in pieces(source, _SHAPE):
        if isinstance(piece, Piece):
            if piece.tag in _SHAPE.records:
                yield record(_reference(piece))
        elif not isinstance(piece, Opened):
            yield piece


def _reference(piece: Piece) -> Reference:
    root = piece.element
    for style in root.iter("style"):
        if style.text and style.get("font", "").casefold() == "symbol":
            style.text = style.text.translate(_SYMBOLS)
    number = words_at(root, "rec-number")
    kind = root.find("ref-type")
    named = kind.get("name") if kind is not None else None
    return Reference(
        where=f"line {piece.line} (record {number})" if number else f"line {piece.line}",
        kind=" ".join(named.split()) if named else _NUMBERS.get(words_of(kind), ""),
        title=words_at(root, "titles/title") or words_at(root, "title"),
        abstract=_text(root, "abstract"),
        year=words_at(root, "dates/year") or words_at(root, "year"),
        dates=_all(root, "dates/pub-dates/date"),
        authors=_people(root, "authors") or _all(root, "contributors/author"),
        editors=_people(root, "secondary-authors"),
        addresses=lines_of(_text(root, "auth-address")),
        venues=_all(root, "titles/secondary-title", "periodical/full-title", "alt-periodical/full-title", "titles/alt-title"),
        publisher=words_at(root, "publisher"),
        place=words_at(root, "pub-location"),
        languages=_all(root, "language"),
        volume=words_at(root, "volume"),
        issue=words_at(root, "number") or words_at(root, "issue"),
        pages=words_at(root, "pages"),
        article_number=words_at(root, "custom7"),
        doi=words_at(root, "electronic-resource-num"),
        pmcid=words_at(root, "custom2"),
        accession=words_at(root, "accession-num"),
        database=f"{words_at(root, 'remote-database-name')} {words_at(root, 'remote-database-provider')}",
        links=tuple(link for url in root.iterfind("urls//url") for link in lines_of(_raw(url))) + _all(root, "url"),
        numbers=_all(root, "isbn", "issn"),
        keywords=tuple(line for word in root.iterfind("keywords/keyword") for line in lines_of(_raw(word))),
        notes=tuple(line for note in root.iterfind("notes") for line in lines_of(_raw(note))),
        work_type=words_at(root, "work-type"),
    )


def _people(root: etree._Element, role: str) -> tuple[str, ...]:
    """The names of the people of a role: one an element, or all in the text of the list."""
    listed = [element for path in (f"contributors/{role}", role) for element in root.iterfind(path)]
    named = tuple(name for element in listed for one in element.iterfind("author") if (name := words_of(one)))
    return named or tuple(text for element in listed if (text := words_of(element)))


def _all(root: etree._Element, *paths: str) -> tuple[str, ...]:
    return tuple(text for path in paths for element in root.iterfind(path) if (text := words_of(element)))


def _text(root: etree._Element, path: str) -> str:
    """The text at a path with its line ends."""
    element = root.find(path)
    return "" if element is None else _raw(element)


def _raw(element: etree._Element) -> str:
    """The text of an element line by line."""
    return "\n".join(words(line) for line in _LINE_END.split("".join(map(str, element.itertext()))))
