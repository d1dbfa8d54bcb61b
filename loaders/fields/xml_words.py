"""Words out of XML elements: plain text without markup, with formulas and wrongly decoded characters put right."""

import re
import unicodedata
from collections.abc import Iterator

from lxml import etree

from loaders.fields.tex import plain_tex
from loaders.parsing.html_entities import decoded
from loaders.parsing.misread import put_right

_NAME = re.compile(r"[a-zA-Z-]+")
_SECOND_COPIES = frozenset(("annotation", "annotation-xml"))


def words(text: str | None) -> str:
    """As `composed`, with the entities decoded that are left behind those of XML."""
    return composed(decoded(text)) if text else ""


def composed(text: str) -> str:
    """`text` with white space collapsed and accents composed; "JosÃ©", UTF-8 that was read as Latin-1, is put right."""
    if text.isascii():
        return " ".join(text.split())
    return unicodedata.normalize("NFC", " ".join(put_right(text).split()))


def words_of(element: etree._Element | None) -> str:
    """All text inside an element, tags left out and formulas (`tex-math`) as characters; "" for no element."""
    return "" if element is None else words(element.text if _is_bare(element) else "".join(_texts(element)))


def words_at(element: etree._Element, path: str) -> str:
    """All text inside the first element at `path`, or ""."""
    # The quick way for a child's bare name: most elements that are asked for are not there.
    return words_of(next(element.iterchildren(path), None) if _NAME.fullmatch(path) else element.find(path))


def _is_bare(element: etree._Element) -> bool:
    """Whether the element holds text alone, to be taken as it stands."""
    return not len(element) and element.tag != "tex-math" and element.tag not in _SECOND_COPIES


def _texts(element: etree._Element) -> Iterator[str]:
    if element.tag == "tex-math":
        formula = "".join(map(str, element.itertext()))
        yield plain_tex(formula if formula.strip().startswith("$") else f"${formula}$")
        return
    if element.tag not in _SECOND_COPIES:
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""
