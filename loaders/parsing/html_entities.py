"""HTML entities as the characters that they mean, in the text of every format.

The rule: what the syntax of a format (JSON, XML, a table, tags, BibTeX) gives as a value is decoded once, where it is read, so
that the semicolon of "M&uuml;ller" divides no list and "amp" is not a word of a place. An entity that shows only then was escaped
twice ("&amp;amp;", "&amp;eacute;", "&amp;lt;i&amp;gt;", as Crossref, ORCID and the Web of Science pass them on) and is decoded
too; only "&lt;" and "&gt;" stay as they are printed unless they stand around a tag, because works are written about them.
"""

import html
import re
from html.entities import html5

from loaders.parsing.markup import is_tag
from loaders.parsing.misread import put_right

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_WRITTEN_TAG = re.compile(r"&(?:lt|#60|#x3c);(?P<inside>/?[A-Za-z][^<>&;]{0,80}?/?)&(?:gt|#62|#x3e);", re.IGNORECASE)
_ANGLES = "<>"
_DROPPED = "\ufffd\u00ad\u200b\u200e\u200f\u2060\ufeff"


def decoded(text: str) -> str:
    """`text` with entities as characters; names that HTML does not know stay, and line ends and tabs become spaces."""
    if "&" not in text:
        return text
    once = _ENTITY.sub(lambda found: _character(found.group()), text)
    if "&" not in once or once == text:
        return once
    tagged = _WRITTEN_TAG.sub(lambda found: _tag(found.group(), found["inside"]), once)
    return _ENTITY.sub(lambda found: _unless_angle(found.group()), tagged)


def _character(entity: str) -> str:
    if entity[1] != "#" and entity[1:] not in html5:
        return entity
    meant = html.unescape(entity)
    return "" if meant in _DROPPED else " " if meant.isspace() or not meant.isprintable() else meant


def _unless_angle(entity: str) -> str:
    meant = _character(entity)
    return entity if meant in _ANGLES else meant


def _tag(written: str, inside: str) -> str:
    return f"<{inside}>" if is_tag(f"<{inside}>") else written


def decode_values(value: object) -> int:
    """Decode all texts in the objects and lists of a value of JSON or YAML, in place, and put right what was misread in them; how
    many texts that was. Names of members stay."""
    if isinstance(value, dict):
        members = list(value.items())
    elif isinstance(value, list):
        members = list(enumerate(value))
    else:
        return 0
    misread = 0
    for place, item in members:
        if not isinstance(item, str):
            misread += decode_values(item)
            continue
        if "&" in item:
            item = value[place] = decoded(item)
        if not item.isascii() and (meant := put_right(item)) != item:
            value[place] = meant
            misread += 1
    return misread
