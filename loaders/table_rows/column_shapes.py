"""What the cells of a column look like: by the column's name, and by the rows that fit the header.

Naive Bayes over a few features of a cell, as in schema matching (Doan, Domingos and Halevy 2001), so that a row with a cell too
many or too few can be laid against the columns.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from loaders.fields.publication_types import is_kind_of_work
from loaders.table_rows.column_words import in_english

FITS, CONTRADICTS = 3.0, -6.0
_MOST = 2.0
_SHORT = 40
_LENGTHS = (0, 4, 15, 60, 250)


_NUMBER = r"[\w.()/+–-]{1,15}"
_FORMS: tuple[tuple[str, str, float], ...] = (
    (r"(?:publication |pub ?|published )?year|py", r"\d{4}(?:\.0)?", FITS),
    (r"(?:book )?doi|di", r".*\b10\.\d{4,9}/.*", FITS),
    (r"eid", r"2-s2\.0-\d+", FITS),
    (r"(?:e-?)?issns?|issn\(s\)", r"[\d\sXx,;|-]{8,}", FITS),
    (r"isbns?", r"[\d\sXx,;|-]{10,}", FITS),
    (r"pmid|pubmed id|pm", r"(?:pmid:?\s*)?\d{1,9}", FITS),
    (r"pmcid", r"(?:PMC)?\d+(?:\.\d+)?", FITS),
    (r"(?:\w+ )?(?:url|link)s?", r"(?:https?://|www\.).*", FITS),
    (r"(?:.* )?date", r"(?=.*\d).{4,40}", 1.0),
    (r"volume|issue(?: number)?|number|art\. no\.|vl|is|bp|ep|pg", _NUMBER, 1.0),
    (r"(?:start |end |first |last )?pages?(?: start| end| count)?", _NUMBER, 1.0),
    (r"cited by|times cited|cites|.* count|rank|gsrank", r"[\d.,]{1,12}", 1.0),
)  # fmt: skip
"""Columns by name, the form of their cells, and how much a cell of that form speaks for the column."""
_KINDS = re.compile(r"document type|publication type|type|item type|dt")
_WORDS = re.compile(r"titles?|.* title|authors?|author\W?s\W?|author .*names|abstract|creators?|journal|journal/book|venue")
_NO_WORDS = re.compile(r"[\d\s.,;:/-]*|https?://\S+|(?:doi:\s*)?10\.\d{4,9}/\S+|2-s2\.0-\d+")


class ColumnShapes:
    """The columns of a table, and what is known of their cells."""

    def __init__(self, names: Sequence[str]) -> None:
        self._keys = [in_english(name) for name in names]
        self._forms = [_form(key) for key in self._keys]
        self._seen: list[Counter[object]] = [Counter() for _ in names]
        self._all: Counter[object] = Counter()
        self._rows = 0

    def learn(self, cells: Iterable[str]) -> None:
        """Takes the cells of a row that fits the header as examples of their columns."""
        self._rows += 1
        for seen, cell in zip(self._seen, cells, strict=True):
            features = _features(cell)
            seen.update(features)
            self._all.update(features)

    def fit(self, column: int, cell: str) -> float:
        """How much a cell speaks for being of a column: `FITS` or more surely, `CONTRADICTS` or less surely not, 0 no telling."""
        return self.by_name(column, cell) + (self._by_examples(column, cell) if self._rows else 0.0)

    def contradicts(self, column: int, cell: str) -> bool:
        """Whether the column's name speaks against a cell."""
        return self.by_name(column, cell) <= CONTRADICTS / 2

    def by_name(self, column: int, cell: str) -> float:
        """The part of `fit` that the column's name gives."""
        form, cell = self._forms[column], cell.strip()
        if not cell:
            return 0.0
        if form is not None:
            pattern, worth = form
            return worth if pattern.fullmatch(cell) else CONTRADICTS * max(worth, 1.5) / FITS
        if _KINDS.fullmatch(self._keys[column]):
            is_kind = len(cell) <= _SHORT and is_kind_of_work(cell)
            return FITS if is_kind else CONTRADICTS if len(cell) > _SHORT else 0.0
        if _WORDS.fullmatch(self._keys[column]) and _NO_WORDS.fullmatch(cell):
            return CONTRADICTS / 2
        return 0.0

    def _by_examples(self, column: int, cell: str) -> float:
        """The logarithm of how much more often the cell's features occur in the column than in the table."""
        total = 0.0
        for feature in _features(cell):
            here = (self._seen[column][feature] + 0.5) / (self._rows + 1)
            anywhere = (self._all[feature] + 0.5) / (self._rows * len(self._keys) + 1)
            if not isinstance(feature, str) or self._seen[column][feature]:
                total += max(-_MOST, min(_MOST, log(here / anywhere)))
        return max(-2 * _MOST, min(2 * _MOST, total / 2))


def _form(key: str) -> tuple[re.Pattern[str], float] | None:
    found = ((form, worth) for named, form, worth in _FORMS if re.fullmatch(named, key))
    return next(((re.compile(form, re.IGNORECASE | re.DOTALL), worth) for form, worth in found), None)


def _features(cell: str) -> list[object]:
    """What is told of a cell; a short one itself is a feature too, as of a column with few different ones."""
    text = cell.strip()
    commas, length = text.count(","), sum(len(text) > limit for limit in _LENGTHS)
    kind = "empty" if not text else "digits" if text.isdigit() else "word" if " " not in text else "words"
    found: list[object] = [("length", length), ("kind", kind), ("commas", min(commas, 2) + (commas > 4))]
    end = text[-1:] if text[-1:] in ".;)" else ""
    found += [("list", ";" in text), ("ends", end), ("year", bool(re.search(r"\(\d{4}\)", text)))]
    return [*found, text] if 0 < len(text) <= _SHORT else found
