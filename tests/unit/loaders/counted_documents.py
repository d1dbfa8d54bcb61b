"""Documents of every format with a known number of records, some of them damaged, for counting what a loader makes of them.

Every record carries one mark ("qz0007") in its title or name, also when it is damaged, so that the records of a text can be
counted without a reader: by its marks.
"""

import csv
import io
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Damage = Callable[[str, random.Random], str]

MARK = re.compile(r"qz\d{4}")


@dataclass(frozen=True)
class Kind:
    """How a format is written: `record` gives the text of record number n. `damages` are what may happen to a record."""

    format: str
    record: Callable[[int], str]
    head: str = ""
    between: str = "\n"
    tail: str = "\n"
    damages: tuple[Damage, ...] = ()
    is_table: bool = False


def document(kind: Kind, records: int, chance: random.Random) -> tuple[str, set[str]]:
    """A document of that many records, and the marks of those that are not damaged.

    The first two are whole, so that the format is recognised, and so are the neighbours of a damaged one: of two that are damaged
    nobody can tell where one ends.
    """
    texts: list[str] = []
    whole: set[str] = set()
    for number in range(records):
        text = kind.record(number)
        if number > 1 and mark(number - 1) in whole and kind.damages and chance.random() < 0.5:
            text = chance.choice(kind.damages)(text, chance)
        else:
            whole.add(mark(number))
        texts.append(text)
    return kind.head + kind.between.join(texts) + kind.tail, whole


def mark(number: int) -> str:
    return f"qz{number:04}"


def title(number: int) -> str:
    words = ("Ants", "bridges", "graphs", "heat", "looms", "rivers", "signals", "stars")
    return f"{mark(number).capitalize()} {words[number % 8]} and {words[number // 8 % 8]}".replace("Qz", "qz")


def behind_mark(text: str, chance: random.Random) -> int:
    """A place in the text behind its mark."""
    found = MARK.search(text)
    assert found is not None
    return chance.randint(found.end() + 1, max(found.end() + 1, len(text) - 1))


def cut(text: str, chance: random.Random) -> str:
    """The record without its end."""
    return text[: behind_mark(text, chance)]


# Tables


def row(cells: Sequence[str], *, delimiter: str = ",", quote_all: bool = False) -> str:
    held = io.StringIO()
    csv.writer(held, delimiter=delimiter, quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL, lineterminator="").writerow(
        cells
    )
    return held.getvalue()


def cells_of(text: str, delimiter: str) -> list[str]:
    return next(csv.reader([text], delimiter=delimiter))


def table_damages(delimiter: str, *, quote_all: bool) -> tuple[Damage, ...]:
    def wide(text: str, chance: random.Random) -> str:
        cells = cells_of(text, delimiter)
        cells.insert(chance.randint(0, len(cells)), "a cell of no column")
        return row(cells, delimiter=delimiter, quote_all=quote_all)

    def short(text: str, chance: random.Random) -> str:
        cells = cells_of(text, delimiter)
        at = chance.choice([at for at, cell in enumerate(cells) if not MARK.search(cell)])
        return row(cells[:at] + cells[at + 1 :], delimiter=delimiter, quote_all=quote_all)

    def without_a_quote(text: str, chance: random.Random) -> str:
        quotes = [found.start() for found in re.finditer('"', text)]
        at = chance.choice(quotes) if quotes else 0
        return text[:at] + text[at + 1 :] if quotes else '"' + text

    def several_lines(text: str, chance: random.Random) -> str:
        cells = cells_of(text, delimiter)
        at = chance.randrange(len(cells))
        cells[at] += '\nIt says "words", and goes on,\n; | as text'
        return row(cells, delimiter=delimiter, quote_all=quote_all)

    return (wide, short, without_a_quote, several_lines, cut) if quote_all else (wide, short, several_lines, cut)


def table_kind(name: str, columns: Sequence[str], delimiter: str = ",", *, quote_all: bool = False, above: str = "") -> Kind:
    """A table in which each column holds something of its kind."""

    def record(number: int) -> str:
        return row([cell(column, number) for column in columns], delimiter=delimiter, quote_all=quote_all)

    head = f"{above}{row(columns, delimiter=delimiter, quote_all=quote_all)}\n"
    return Kind(name, record, head, damages=table_damages(delimiter, quote_all=quote_all), is_table=True)


_CELLS: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("title|article title|document title|item title|ti", lambda n: title(n)),
    ("publication year|pubyear|year|py", lambda n: str(year(n))),
    ("url", lambda n: f"https://papers.example.org/{n}"),
    ("publish_time|pub_date", lambda n: f"{year(n)}-04-01"),
    ("doi|di", lambda n: doi(n)),
    ("abstract|ab", lambda n: f"About it, and more of number {n}."),
    ("eid", lambda n: f"2-s2.0-850000{n:05}"),
    ("publication id", lambda n: f"pub.{1000000 + n}"),
    ("lens id", lambda n: f"000-000-{n:03}-000"),
    ("work id", lambda n: f"https://openalex.org/W{n + 1}"),
    ("pmid", lambda n: str(1000 + n)),
    ("pt", lambda _: "J"),
    ("document type|publication type|type", lambda _: "Article"),
    ("volume", lambda n: str(n % 9)),
    ("authors?|author/s|author names|au", lambda n: "Lee, Ann; Chen, Bo" if n % 3 else "Berg, Ada"),
)


def year(number: int) -> int:
    return 2000 + number % 20


def doi(number: int) -> str:
    return f"10.1000/{number}"


def cell(column: str, number: int) -> str:
    """What a column holds for a record."""
    known = (value(number) for words, value in _CELLS if re.fullmatch(words, column.casefold()))
    return next(known, f"{column} of it" if number % 2 else "")


# Everything else


def unclosed(tag: str) -> Damage:
    """XML in which an element inside a record is not closed."""
    return lambda text, _: text.replace(f"</{tag}>", "", 1)


def ampersand(text: str, _: random.Random) -> str:
    """XML with a bare ampersand in a title."""
    return MARK.sub(lambda found: f"{found.group()} & ", text, count=1)


def without_last(character: str) -> Damage:
    """The record without the last of a character."""

    def damage(text: str, _: random.Random) -> str:
        at = text.rfind(character)
        return text[:at] + text[at + 1 :]

    return damage


def broken_value(text: str, _: random.Random) -> str:
    """JSON with a number that is none behind the mark's value."""
    found = MARK.search(text)
    assert found is not None
    at = text.find('",', found.end())
    return f'{text[: at + 2]} "broken": 12x4, {text[at + 2 :]}' if at >= 0 else text


def lines_apart(text: str, _: random.Random) -> str:
    """A record with a blank line between each two."""
    return text.replace("\n", "\n\n")


def last_field(lines: Sequence[str]) -> int:
    """The number of the last line that is not an end of a record."""
    return max(at for at, line in enumerate(lines) if line.strip() and not line.startswith("ER"))


def line_moved(tag: str) -> Damage:
    """The first line with a tag stands somewhere else in the record."""

    def damage(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        at = next(at for at, line in enumerate(lines) if line.startswith(tag))
        line = lines.pop(at)
        lines.insert(chance.randint(1, last_field(lines)), line)
        return "\n".join(lines)

    return damage


def line_doubled(tag: str) -> Damage:
    def damage(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        line = next(line for line in lines if line.startswith(tag))
        lines.insert(chance.randint(1, last_field(lines)), line)
        return "\n".join(lines)

    return damage


def without_line(tag: str) -> Damage:
    return lambda text, _: "\n".join(line for line in text.split("\n") if not line.startswith(tag))


def number_before(form: str) -> Damage:
    return lambda text, _: f"{form}\n{text}"
