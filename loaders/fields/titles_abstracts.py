"""Titles and abstracts of data exports as plain text: no HTML, JATS or MathML, and no TeX where it is plainly TeX."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import islice

from loaders.fields.tex import plain_tex
from loaders.parsing.html_entities import decoded
from loaders.parsing.json_values import JsonObject, mapping, sequence
from loaders.parsing.markup import plain_markup

_LONGEST_ABSTRACT = 100_000
_WRITTEN_LINE_END = re.compile(r"\\[nrt](?![a-z])")
_MATHEMATICS = re.compile(r"(\$\$?)(?=[^$]*[\\^_{]|[A-Za-z]\$)[^$]{1,400}\1|\\\(.{1,400}?\\\)")
_COMMAND = re.compile(r"\\[A-Za-z]+\s*\{|\\[\"'`^~=.][A-Za-z{]|\{\\")
_ABSTRACT_HEADING = re.compile(r"^(?:abstract|summary|zusammenfassung|résumé|resumen)\s*[:.]?\s*\n", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"[:({]{0,3}(?:unav|unap|unkn|null|none|tba)[)}]?|n/a|\[?no title[^\]]*\]?|untitled"
    r"|\[?(?:(?:abstract|title) )?(?:is )?not (?:available|provided)\.?\]?\.?"
    r"|\[?no abstract(?: (?:is )?(?:available|provided|supplied))?\.?\]?\.?",
    re.IGNORECASE,
)
_RIGHTS = r"(?:copyright\s*)?(?:©|\(c\))\s*(?:copyright\s*)?(?:19|20)\d\d[^\n]{0,150}?"
_RIGHTS_BEFORE = re.compile(rf"^{_RIGHTS}all rights reserved\.?\s+(?=\S)", re.IGNORECASE)
_RIGHTS_BEHIND = re.compile(rf"(?<=[.!?)\]])\s*{_RIGHTS}$|^{_RIGHTS}all rights reserved\.?$", re.IGNORECASE)


def title_text(value: object) -> str | None:
    """A title in one line; None where the value is not text or stands for a missing one ("(:unav)", "null")."""
    if not isinstance(value, str):
        return None
    found = _without_tex(plain_markup(value))
    return unicodedata.normalize("NFC", found) if found and not _PLACEHOLDER.fullmatch(found) else None


def abstract_text(value: object, title: str | None = None) -> str | None:
    """An abstract, its paragraphs line by line, without the heading "Abstract", without the work's title as its first line, and
    without whose rights it is ("© 2019 Elsevier Ltd. All rights reserved.")."""
    if not isinstance(value, str):
        return None
    found = without_heading(plain_markup(value, paragraphs=True))
    lines = [_without_tex(line) for line in found.split("\n")]
    if title and len(lines) > 1 and lines[0].casefold() == title.casefold():
        lines = lines[1:]
    return given_abstract(unicodedata.normalize("NFC", "\n".join(lines)))


def given_abstract(text: str) -> str | None:
    """An abstract in plain text without whose rights it is; None where there is none, or words that say so."""
    if "©" in text or "(c)" in text.casefold():
        text = _RIGHTS_BEHIND.sub("", _RIGHTS_BEFORE.sub("", text)).strip()
    return text if text and not _PLACEHOLDER.fullmatch(text) else None


def without_heading(abstract: str) -> str:
    """An abstract without the word "Abstract" in a line of its own above it."""
    return _ABSTRACT_HEADING.sub("", abstract + "\n").strip()


def words_in_order(index: object) -> str | None:
    """The text of an inverted index, word by word in the order of their positions.

    Format: https://docs.openalex.org/api-entities/works/work-object#abstract_inverted_index; a text is taken as it is.
    """
    if isinstance(index, str):
        return abstract_text(index)
    placed = sorted(set(islice(_placed(mapping(mapping(index).get("InvertedIndex") or index)), _LONGEST_ABSTRACT)))
    return abstract_text(decoded(_WRITTEN_LINE_END.sub(" ", " ".join(word for _, word in placed)))) if placed else None


def _placed(index: JsonObject) -> Iterable[tuple[int, str]]:
    for word, places in index.items():
        for place in sequence(places):
            if isinstance(place, int) and not isinstance(place, bool):
                yield place, word


def _without_tex(text: str) -> str:
    if "\\" in text and _COMMAND.search(text):
        return plain_tex(text)
    if "$" in text or "\\(" in text:
        return _MATHEMATICS.sub(lambda found: plain_tex(_in_dollars(found.group())), text)
    return text


def _in_dollars(formula: str) -> str:
    return f"${formula.strip('$').removeprefix(chr(92) + '(').removesuffix(chr(92) + ')')}$"
