"""Words out of XML elements: plain text without markup, with formulas and wrongly decoded characters put right."""

import re
import unicodedata
from collections.abc import Iterator

import ftfy
from lxml import etree

from loaders.fields.tex import plain_tex
from loaders.parsing.html_entities import decoded

_MISREAD = re.compile("[ÂÃÄÅÎÏÐÑâã][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]")
_SECOND_COPIES = frozenset(("annotation", "annotation-xml"))


def words(text: str | None) -> str:
    """As `composed`, with the entities decoded that are left behind those of XML."""
    return composed(decoded(text)) if text else ""


def composed(text: str) -> str:
    """`text` with white space collapsed and accents composed; "JosÃ©", UTF-8 that was read as Latin-1, is put right."""
    if _MISREAD.search(text):
        text = ftfy.fix_encoding(text)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def words_of(element: etree._Element | None) -> str:
    """All text inside an element, tags left out and formulas (`tex-math`) as characters; "" for no element."""
    return "" if element is None else words("".join(_texts(element)))


def words_at(element: etree._Element, path: str) -> str:
    """All text inside the first element at `path`, or ""."""
    return words_of(element.find(path))


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
