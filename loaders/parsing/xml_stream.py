"""XML of any size as a stream of records, each parsed alone.

The text is cut at the tags of records first, and only then is each record parsed. So memory holds one record at a time, a broken
record is rejected alone and reading goes on at the next one, and nothing that a file declares (entities, DTDs, other files) is
ever expanded or fetched: character entities are those of HTML, which include all that bibliographic DTDs declare.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from html.entities import html5
from typing import TypeAlias

from lxml import etree

from loaders.parsing.source import Source
from loaders.parsing.xml_text import Window
from loaders.records import Rejection, Remark

MAX_RECORD_CHARACTERS = 16 * 1024 * 1024
_MAX_ASIDE = 1024 * 1024
_LONGEST_TAG_NAME = 200

_ASIDES = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
_ASIDE = re.compile(rf"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|{_DOCTYPE.pattern}", re.DOTALL)
_TAG_END = re.compile(r"[^<>]*>")
_ATTRIBUTE = re.compile(r"""([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_KEY = re.compile(r"""\s(?:key|id)\s*=\s*["']([^"'<]{1,80})["']|<PMID[^>]*>(\d+)<|<(?:\w+:)?(?:id|identifier)>([^<]{1,80})<""")
_NAMED_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_XML_ENTITIES = frozenset(("amp", "lt", "gt", "quot", "apos"))
_PREFIX = re.compile(r"""<([A-Za-z_][\w.-]*):|\s([A-Za-z_][\w.-]*):[\w.-]+\s*=\s*["']""")
_PREFIXED_TAG = re.compile(r"<[A-Za-z_][\w.-]*:")
_PREFIXED_ATTRIBUTE = re.compile(r""":[\w.-]+\s*=\s*["']""")
"""One of these two is in every text in which `_PREFIX` finds something: they begin with a rare sign, so they are found fast."""
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ROOT = re.compile(rf"\s*(?:(?:{_ASIDE.pattern})\s*)*<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)(?=[\s/>])", re.DOTALL)
_ELEMENT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)|[^\s<][^<]{0,40}")


@dataclass(frozen=True)
class Shape:
    """Which elements of a document are what, by local name. Other elements between records are left out with a remark.

    `records` do not lie within one another. `parts` stand between them and are handed over like them. `containers` lie around
    them; their start tags are handed over. `wrappers` are those parts that hold elements named like records, and reach to
    their own end tag. The tags of elements that are `passed` say nothing and may stand anywhere, around records or in them.
    """

    records: frozenset[str]
    parts: frozenset[str] = frozenset()
    containers: frozenset[str] = frozenset()
    wrappers: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Opened:
    """The start tag of a container."""

    tag: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Piece:
    """A record or part: a tree without namespaces, comments and entities, which began in line `line`."""

    tag: str
    line: int
    element: etree._Element


Pieces: TypeAlias = Iterator[Opened | Piece | Rejection | Remark]


def root_name(head: str) -> str:
    """The local name of the first element of an XML text, or "" where it begins with none."""
    match = _ROOT.match(head)
    return match[1] if match else ""


def pieces(source: Source, shape: Shape) -> Pieces:
    """The containers opened, records and parts of `source` in order, rejections in place of records that are not well-formed.

    A file that is truncated ends with one rejection. May raise OSError where the file cannot be opened.
    """
    with closing(source.open_binary()) as stream:
        yield from _Scan(Window(stream), shape).run()


class _Scan:
    def __init__(self, window: Window, shape: Shape) -> None:
        self._window = window
        self._shape = shape
        self._names = shape.records | shape.parts
        names = "|".join(sorted(self._names | shape.containers, key=len, reverse=True))
        self._token = re.compile(rf"<!--|<!\[CDATA\[|<\?|<!DOCTYPE|<(?P<end>/?)(?:[\w.-]{{1,64}}:)?(?P<name>{names})(?=[\s/>])")
        passed = "|".join(shape.passed)
        self._passed = re.compile(rf"</?(?:[\w.-]{{1,64}}:)?(?:{passed})(?=[\s/>])[^<>]*>") if passed else None
        self._open: list[str] = []
        self._remarked: set[str] = set()
        self._lost = False

    def run(self) -> Pieces:
        """Between records: on to the next tag, remarking on what lies between."""
        while (token := self._next(0)) or not self._window.ended:
            if token is None:
                yield from self._between(len(self._window.text))
                self._window.drop(len(self._window.text) - _LONGEST_TAG_NAME)
                continue
            yield from self._between(token.start())
            self._window.drop(token.start())
            name = token["name"]
            if name is None:
                self._window.drop(len(token.group()))
            elif name in self._names and not token["end"]:
                yield from self._element(name)
            else:
                yield from self._tag(name, bool(token["end"]))
        yield from self._between(len(self._window.text))
        yield from self._ending()

    def _next(self, at: int) -> re.Match[str] | None:
        """The next tag at or after `at`, comments and the like skipped; None at the end of the file or of what may be held."""
        while True:
            token = self._token.search(self._window.text, at)
            if token is None:
                tail = self._window.text.rfind("<", max(at, len(self._window.text) - _LONGEST_TAG_NAME))
                at = tail if tail >= 0 else len(self._window.text)
                if len(self._window.text) > MAX_RECORD_CHARACTERS or not self._window.more():
                    return None
            elif token["name"] is not None:
                return token
            else:
                at = self._after_aside(token)

    def _after_aside(self, token: re.Match[str]) -> int:
        """Behind a comment, CDATA section, processing instruction or DOCTYPE; directly behind its beginning if it never ends."""
        start = token.start()
        while True:
            text = self._window.text
            if token.group() == "<!DOCTYPE":
                match = _DOCTYPE.match(text, start)
                end = match.end() if match else -1
            else:
                closing_mark = _ASIDES[token.group()]
                found = text.find(closing_mark, token.end())
                end = found + len(closing_mark) if found >= 0 else -1
            if end >= 0:
                return end
            if len(text) - start > _MAX_ASIDE or not self._window.more():
                return token.end()

    def _tag_end(self, at: int) -> tuple[int, bool]:
        """Where the tag ends whose name ends at `at`, and whether it closes itself."""
        while not (match := _TAG_END.match(self._window.text, at)):
            if len(self._window.text) - at > _MAX_ASIDE or "<" in self._window.text[at:] or not self._window.more():
                return at, False
        return match.end(), match.group().endswith("/>")

    def _tag(self, name: str, ends: bool) -> Pieces:
        """The tag of a container, or an end tag without its start; it begins the window and is dropped."""
        line = self._window.line
        end, closes = self._tag_end(self._window.text.index(name) + len(name))
        text = self._window.text[:end]
        self._window.drop(end)
        if name in self._names:
            if not self._lost:
                yield Rejection(
                    f"line {line}", f"</{name}> ends a record whose beginning <{name} …> is broken; correct the start tag"
                )
        elif ends:
            while name in self._open and self._open.pop() != name:
                pass
        else:
            if not closes:
                self._open.append(name)
            yield Opened(name, line, {key: _unescaped(a or b) for key, a, b in _ATTRIBUTE.findall(text)})
        self._lost = False

    def _element(self, name: str) -> Pieces:
        """The record or part that begins the window: handed over or rejected, and dropped."""
        line = self._window.line
        end, closes = self._tag_end(self._window.text.index(name) + len(name))
        reason = None
        while not closes:
            token = self._next(end)
            if token is None:
                yield self._unfinished(name, line)
                return
            inner = token["name"]
            if name in self._shape.wrappers and not (token["end"] and inner == name):
                end = token.end()
            elif token["end"] and (inner == name or inner in self._shape.records):
                end, closes = self._tag_end(token.end())[0], True
                reason = f"<{name}> is closed by </{inner}>" if inner != name else None
            elif inner in self._shape.parts:
                end = token.end()
            else:
                end, closes, reason = token.start(), True, f"<{name}> has no end tag </{name}>"
        text = self._window.text[:end]
        self._window.drop(end)
        self._lost = False
        if reason:
            yield Rejection(_where(line, text), f"the record is not well-formed XML: {reason}")
        else:
            yield _parsed(name, line, text)

    def _unfinished(self, name: str, line: int) -> Rejection:
        is_cut = False
        where = _where(line, self._window.text)
        if self._window.ended:
            self._open = []
            is_cut = True
            reason = (
                f"the file ends inside this record{_because(self._window.damage)}: it is truncated, and what follows is missing"
            )
        else:
            limit = MAX_RECORD_CHARACTERS // (1024 * 1024)
            reason = f"the record is longer than {limit} Mi characters, the most that is read as one, or has no end tag </{name}>"
            self._lost = True
        self._window.damage = None
        self._window.drop(len(self._window.text))
        return Rejection(where, reason, truncated=is_cut)

    def _between(self, end: int) -> Iterator[Remark]:
        if self._lost:
            return
        text = self._window.text[:end]
        text = self._passed.sub(_blank, text) if self._passed else text
        stray = _ELEMENT.search(_ASIDE.sub(_blank, text)) if text and not text.isspace() else None
        named = (stray[1] or "text") if stray else "text"
        if stray and named not in self._remarked:
            self._remarked.add(named)
            what = f"<{stray[1]}>" if stray[1] else f"the text {stray.group().strip()!r}"
            yield Remark(f"line {self._window.line_at(stray.start())}", f"{what} is not a record of this format and was left out")

    def _ending(self) -> Iterator[Rejection | Remark]:
        if self._open or self._window.damage:
            before = f" before </{self._open[0]}>" if self._open else ""
            yield Rejection(
                f"line {self._window.line_at(len(self._window.text))}",
                f"the file ends{before}{_because(self._window.damage)}: it is truncated, and what follows is missing",
                truncated=True,
            )
        if self._window.remark:
            line = self._window.remark_line
            yield Remark(f"line {line}" if line else "", self._window.remark)


def _blank(aside: re.Match[str]) -> str:
    return " " * len(aside.group())


def _because(damage: str | None) -> str:
    return f" ({damage})" if damage else ""


def _where(line: int, text: str) -> str:
    key = _KEY.search(text, 0, 2000)
    return f"line {line} ({next(filter(None, key.groups()))})" if key else f"line {line}"


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'").replace("&amp;", "&")


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    if name in _XML_ENTITIES:
        return entity.group()
    character = html5.get(f"{name};")
    if character is None:
        raise ValueError(f"the entity &{name}; is unknown; only XML's and HTML's character entities are read")
    return character.replace("&", "&amp;").replace("<", "&lt;")


_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
)


def _prefixes(text: str) -> list[str]:
    if not (_PREFIXED_TAG.search(text) or _PREFIXED_ATTRIBUTE.search(text)):
        return []
    return sorted({a or b for a, b in _PREFIX.findall(text)} - {"xml", "xmlns"})


def _parsed(name: str, line: int, text: str) -> Piece | Rejection:
    """The element of `text`. Prefixes are declared anew because the tags that declared them are not at hand."""
    prefixes = _prefixes(text)
    declared = "".join(f' xmlns:{prefix}="urn:prefix-{number}"' for number, prefix in enumerate(prefixes))
    try:
        readied = _ILLEGAL.sub("", _NAMED_ENTITY.sub(_character, text) if "&" in text else text)
        element = etree.fromstring(f"<piece{declared}>{readied}</piece>", _PARSER)[0]
    except etree.XMLSyntaxError as error:
        said = (error.msg or "broken").replace("xmlParseEntityRef: no name", "an & by itself (write &amp;)")
        reason = re.sub(r"\bline (\d+)", lambda found: f"line {line + int(found[1]) - 1}", said)
        return Rejection(_where(line, text), f"the record is not well-formed XML: {reason}")
    except ValueError as error:
        return Rejection(_where(line, text), f"the record is not well-formed XML: {error}")
    for node in element.iter() if _PREFIXED_TAG.search(text) or "xmlns" in text else ():
        if isinstance(node.tag, str) and "}" in node.tag:
            node.tag = node.tag.rpartition("}")[2]
    return Piece(name, line, element)
