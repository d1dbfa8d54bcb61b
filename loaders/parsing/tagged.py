"""Records of lines that begin with a tag: what RIS, the Web of Science and PubMed's tagged format have in common.

rispy reads RIS too, but holds the whole file, forgets the line that a record came from, and drops records without an end.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from loaders.parsing.html_entities import decoded
from loaders.parsing.text_lines import Line
from loaders.records import Item, Record

LARGEST_RECORD = 16 * 1024 * 1024

_BETWEEN = re.compile(
    r"\s*(?:<\s*\d+\s*>|\[\s*\d+\s*\]|(?:(?:record|citation|result|item|reference|document|no\.?)s?\s*)?#?\s*\d+\s*"
    r"(?:(?:of|/)\s*\d+)?[.:)]?|[-_=*#~]{3,})?\s*",
    re.IGNORECASE,
)
"""What providers put between records: blank lines, numbers ("1.", "<1>", "Record #1 of 20"), rules."""
_FEWEST_LETTERS = 6
_BEGUN_TAG = re.compile(r"[A-Z%][A-Z0-9]{0,3} {0,3}-?")
"""What is there of a tagged line where the file ends within its tag."""
_AUTHORS = frozenset({"AU", "A1", "AF", "FAU", "%A"})
_FEWEST_RECORDS = 2
"""So many records must be alike for the last one to be told from them as torn."""


@dataclass
class Field:
    """One tagged line with the lines that continue it."""

    tag: str
    lines: list[str]


@dataclass
class TaggedRecord:
    """The fields of a record in order, and the line where it begins. `ended` is False where no end line closes it.

    `is_last` says that the file ends in it, `torn` is the tag and the text of its last value where it ends within that; it is no
    value of the record any more.
    """

    line: int
    fields: list[Field] = field(default_factory=list)
    ended: bool = False
    is_last: bool = False
    torn: str = ""
    size: int = 0

    @property
    def is_too_large(self) -> bool:
        """Whether the record is larger than 16 MiB; its further lines are not held."""
        return self.size > LARGEST_RECORD

    def tags(self) -> set[str]:
        """The tags that occur."""
        return {held.tag for held in self.fields}

    def values(self, *tags: str) -> list[str]:
        """The value of each field with one of these tags, its lines joined by line ends, empty ones left out.

        A value that was torn into its characters, one a field, is one value again.
        """
        whole = [tag for tag in tags if tag in self.torn_tags()]
        joined = [self._put_together(tag) for tag in whole]
        joined += ["\n".join(held.lines).strip() for held in self.fields if held.tag in tags and held.tag not in whole]
        return [value for value in joined if value]

    def torn_tags(self) -> list[str]:
        """The tags of which every field holds one character: some program took a text for a list and wrote its characters."""
        letters: dict[str, list[str]] = {}
        for held in self.fields:
            letters.setdefault(held.tag, []).append("\n".join(held.lines))
        return [tag for tag, each in letters.items() if len(each) >= _FEWEST_LETTERS and all(len(text) < 2 for text in each)]

    def _put_together(self, tag: str) -> str:
        return "".join("\n".join(held.lines) or " " for held in self.fields if held.tag == tag).strip()

    def lines(self, *tags: str) -> list[str]:
        """The lines of the fields with one of these tags, one by one."""
        return [line.strip() for held in self.fields if held.tag in tags for line in held.lines if line.strip()]

    def first(self, *tags: str) -> str | None:
        """The first value that one of these tags has, the tags in order of preference; white space collapsed."""
        for tag in tags:
            for value in self.values(tag):
                return " ".join(value.split())
        return None

    def add(self, tag: str, text: str) -> None:
        """Add a field."""
        text = decoded(text)
        self.size += len(text) + 1
        if not self.is_too_large:
            self.fields.append(Field(tag, [text]))

    def go_on(self, text: str) -> None:
        """Add a line to the last field."""
        text = decoded(text)
        self.size += len(text) + 1
        if self.fields and not self.is_too_large:
            self.fields[-1].lines.append(text)

    def tear(self, lists: frozenset[str]) -> None:
        """Take out the last value, in which the file ends: a line of the fields that are `lists`, of any other the whole."""
        last = self.fields[-1]
        text = last.lines.pop() if last.tag in lists and len(last.lines) > 1 else "\n".join(self.fields.pop().lines)
        self.torn = f"{last.tag} {' '.join(text.split())[:60]!r}"

    def with_what_is_left(self, item: Item) -> Item:
        """What was read of the record; its authors are not all where the file ends within them."""
        is_among_authors = self.torn.partition(" ")[0] in _AUTHORS
        return replace(item, authors_complete=False) if is_among_authors and isinstance(item, Record) else item

    def told_of_its_end(self) -> str:
        """What the reader of the load report is told of its last value, if anything."""
        return f"the file is truncated here, and the last value of the record, {self.torn}, was left out" if self.torn else ""

    def take(self, other: "TaggedRecord") -> None:
        """Add the fields of what turned out to be of this record."""
        self.size += other.size
        if not self.is_too_large:
            self.fields.extend(other.fields)


@dataclass(frozen=True)
class Grammar:
    """How a format writes records.

    `tag_of` gives the tag and the value of a line that begins a field. `begins` is the tag with which records usually begin,
    `ends` the one that closes them, if any; tags `around` records are not part of them. `names` are tags of which a record has
    one value (title, identifiers), `once` those that it does not repeat in another place (authors among them). `continues` says
    which lines without a tag go on with the field before; in the `lists` each of these is a value of its own.
    """

    tag_of: Callable[[str], tuple[str, str] | None]
    begins: str
    names: frozenset[str]
    once: frozenset[str]
    ends: str | None = "ER"
    around: frozenset[str] = frozenset()
    continues: Callable[[str], bool] = lambda text: bool(text.strip())
    lists: frozenset[str] = frozenset()


def tagged_records(lines: Iterable[Line], grammar: Grammar) -> Iterator[TaggedRecord]:
    """The records of a file, wherever in a record its beginning tag stands, and whether or not an end line closes it.

    An end line closes a record. Where none stands, a record closes before a piece that cannot be of it: pieces begin behind a
    blank line or a number, and where a tag comes again that a record has once. A value within which the file ends is taken out;
    without end lines to tell by, where no record before ends in such a field.
    """
    reading = _Records(grammar)
    last_tags: set[str] = set()
    others = 0
    has_ends = False
    for record in reading.of(lines):
        if record.is_last and reading.is_torn and record.fields:
            is_another = others >= _FEWEST_RECORDS and record.fields[-1].tag not in last_tags
            if has_ends or (grammar.ends and not others) or is_another:
                record.tear(grammar.lists)
        elif record.fields:
            last_tags.add(record.fields[-1].tag)
            others += 1
        has_ends = has_ends or record.ended
        yield record


class _Records:
    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._record: TaggedRecord | None = None
        self._piece: TaggedRecord | None = None
        self._tags: set[str] = set()
        self._is_apart = False
        self._waiting: list[str] = []
        self.is_torn = False

    def of(self, lines: Iterable[Line]) -> Iterator[TaggedRecord]:
        for line in lines:
            tagged = self._grammar.tag_of(line.text)
            self.is_torn = not line.has_end and (bool(tagged[1].strip()) if tagged else self._goes_on(line.text))
            if tagged is None and not line.has_end and not self.is_torn:
                continue
            if tagged is None:
                self._untagged(line.text)
                continue
            tag, value = tagged
            gap = self._assign_waiting()
            if tag == self._grammar.ends:
                yield from self._end()
            elif tag not in self._grammar.around:
                if self._piece is None or gap or self._begins_again(tag):
                    yield from self._close_piece()
                    self._piece, self._is_apart, self._tags = TaggedRecord(line.number), gap, set()
                self._piece.add(tag, value)
                self._tags.add(tag)
        self._assign_waiting()
        yield from self._close_piece()
        if self._record:
            self._record.is_last = True
            yield self._record

    def _goes_on(self, text: str) -> bool:
        """Whether a line goes on with a value, and is not the beginning of a tag, or what stands between records."""
        return self._grammar.continues(text) and not _BETWEEN.fullmatch(text) and not _BEGUN_TAG.fullmatch(text)

    def _begins_again(self, tag: str) -> bool:
        """Whether a tag may begin another record: one that this piece has already, or the record's first, with others between.

        The tag that usually begins records always does behind a record that it began, and behind itself where it is a name.
        """
        if self._piece is None or not self._piece.fields:
            return False
        if self._piece.fields[-1].tag == tag:
            return tag == self._grammar.begins and tag in self._grammar.names
        first = (self._record or self._piece).fields[:1]
        if self._record and tag == self._grammar.begins == first[0].tag:
            return True
        # The first tag of a record that lost its beginning begins nothing in the next one, which has its own.
        has_beginning = self._is_apart and self._piece.fields[0].tag == self._grammar.begins
        is_first = tag != self._grammar.begins and not has_beginning and any(held.tag == tag for held in first)
        return is_first or ((tag == self._grammar.begins or tag in self._grammar.once) and tag in self._tags)

    def _untagged(self, text: str) -> None:
        if self._piece is None:
            return
        if len(self._waiting) > 1000 and not _BETWEEN.fullmatch(text):
            self._assign_waiting()
        self._waiting.append(text)

    def _assign_waiting(self) -> bool:
        """Gives the lines without a tag to the field that they continue; whether what stands behind them stands apart."""
        waiting, self._waiting = self._waiting, []
        has_gap = False
        while waiting and _BETWEEN.fullmatch(waiting[-1]):
            has_gap = True
            waiting.pop()
        for text in waiting:
            if self._piece and self._grammar.continues(text):
                self._piece.go_on(text)
        return has_gap

    def _end(self) -> Iterator[TaggedRecord]:
        yield from self._close_piece()
        if self._record:
            self._record.ended = True
            yield self._record
        self._record = None

    def _close_piece(self) -> Iterator[TaggedRecord]:
        """The piece goes to the record before it, or begins one; then the one before is whole."""
        piece, self._piece = self._piece, None
        if piece is None:
            return
        if self._record is None:
            self._record = piece
        elif self._is_another(self._record, piece):
            yield self._record
            self._record = piece
        else:
            self._record.take(piece)

    def _is_another(self, record: TaggedRecord, piece: TaggedRecord) -> bool:
        known, new = record.tags(), piece.tags()
        begins, names = self._grammar.begins, self._grammar.names
        if begins in known and begins in new:
            if begins in names or known & new & self._grammar.once or (self._is_apart and known & names):
                return True
            return record.values(begins)[:1] != piece.values(begins)[:1] and bool(known & names and new & names)
        return any(self._is_apart or record.values(tag)[:1] != piece.values(tag)[:1] for tag in known & new & names)
