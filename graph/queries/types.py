"""The types that query headers declare, and values of them: checked when they come from Python, parsed when they come as text."""

import json
import math
import numbers
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.errors import ParameterError

NAMES = ("author", "name", "venue", "institution", "country", "topic", "topic_uid", "scheme", "source")


@dataclass(frozen=True)
class Type:
    """A declared type: `str`, `int`, `float`, `bool`, `list`, `map`, `any`; `str?` takes null too, `str(a|b)` these words.

    A `count` is an int of 0 or more. The types of `NAMES` are a str that names something in the graph; where somebody can look it
    up first, what the graph does not have is refused (see `naming`). An `author` is a record, by its uid wherever the query
    runs, and by name as well where it is looked up; a `name` the key of a name that records bear; a `venue` and an
    `institution` its name or uid; a `country` its code of ISO 3166, and its name where it is looked up; a `topic` its label or
    uid, a `topic_uid` its uid, also one that it had earlier where it is looked up; a `scheme` one that topics are named in; a
    `source` one of documents, which may count citations.
    `records` are a list of uids of author records that are taken for one person with the author before them; where somebody can
    look them up, true is all of the author's name that are likely the same person, and names go as well.
    """

    name: str
    nullable: bool = False
    choices: tuple[str, ...] = ()

    def __str__(self) -> str:
        choices = f"({'|'.join(self.choices)})" if self.choices else ""
        return self.name + choices + "?" * self.nullable

    def accept(self, value: object) -> object:
        """The value as the driver can send it; numpy numbers and tuples pass. Raises ParameterError with what it expected."""
        if value is None and (self.nullable or self.name == "any"):
            return None
        try:
            accepted = _ACCEPT[self.name](value)
        except (TypeError, ValueError):
            raise ParameterError(self._refusal(value)) from None
        if self.choices and accepted not in self.choices:
            raise ParameterError(self._refusal(value))
        return accepted

    def parse(self, text: str) -> object:
        """The value that a command line's text means: `3`, `true`, `null`, `a,b` or `["a", "b"]`, `{"k": 1}`.

        Raises ParameterError with what it expected.
        """
        if self.nullable and text in ("null", ""):
            return None
        try:
            return self.accept(_PARSE[self.name](text))
        except ValueError:
            raise ParameterError(self._refusal(text)) from None

    def admits(self, value: object) -> bool:
        """Whether a value that came back from the server is of this type."""
        if value is None:
            return self.nullable or self.name == "any"
        kinds = _RETURNED[self.name]
        return isinstance(value, kinds) and not (isinstance(value, bool) and bool not in kinds and object not in kinds)

    def _refusal(self, value: object) -> str:
        wanted = f"one of {', '.join(self.choices)}" if self.choices else _WORDS[self.name]
        return f"{_shown(value)} is not {wanted}{' or null' * self.nullable}"


def parse_type(text: str) -> Type:
    """The type that a header names, such as `int?` or `str(given|derived)`. Raises ValueError for any other word."""
    match = re.fullmatch(r"(\w+)(?:\(([\w|]+)\))?(\?)?", text)
    if not match or match[1] not in _WORDS or (match[2] and match[1] != "str"):
        raise ValueError(f"{text!r} is not a type; use one of {', '.join(_WORDS)}, with ? where null is allowed, or str(a|b)")
    return Type(match[1], nullable=bool(match[3]), choices=tuple(match[2].split("|")) if match[2] else ())


def parse_any(text: str) -> object:
    """What a command line's text means where no type is declared: what it is as JSON, else the text itself."""
    try:
        return json.loads(text, parse_constant=_no_constant)
    except ValueError:
        return text


def _no_constant(word: str) -> object:
    """JSON knows no NaN and no Infinity."""
    raise ValueError(word)


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _integer(value: object) -> int:
    if isinstance(value, bool):
        raise TypeError
    return operator.index(value)  # type: ignore[arg-type]  # raises TypeError for what is not an integer


def _count(value: object) -> int:
    number = _integer(value)
    if number < 0:
        raise ValueError
    return number


def _real(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise TypeError
    if not math.isfinite(value):
        raise ValueError  # every comparison with it is false, so that it would be an answer without rows
    return float(value)


def _truth(value: object) -> bool:
    if isinstance(value, bool) or type(value).__name__ == "bool":
        return bool(value)
    raise TypeError


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return str(value)


def _array(value: object) -> list[object]:
    if hasattr(value, "tolist"):
        value = value.tolist()
    if not isinstance(value, list | tuple | set | frozenset):
        raise TypeError
    return sorted(value) if isinstance(value, set | frozenset) else list(value)


def _records(value: object) -> object:
    return _truth(value) if isinstance(value, bool) else [_string(one) for one in _array(value)]


def _map(value: object) -> dict[object, object]:
    if not isinstance(value, Mapping):
        raise TypeError
    return dict(value)


def _truth_word(text: str) -> bool:
    return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}[text.casefold()]


def _array_text(text: str) -> object:
    if text.lstrip().startswith("["):
        return json.loads(text)
    return [part.strip() for part in text.split(",") if part.strip()]


def _parse_truth(text: str) -> object:
    try:
        return _truth_word(text)
    except KeyError:
        raise ValueError(text) from None


_TRUTHS = ("true", "false")
_ACCEPT: dict[str, Callable[[object], object]] = {
    "str": _string,
    **dict.fromkeys(NAMES, _string),
    "int": _integer,
    "count": _count,
    "float": _real,
    "bool": _truth,
    "list": _array,
    "records": _records,
    "map": _map,
    "any": lambda value: value,
}
_PARSE: dict[str, Callable[[str], object]] = {
    "str": str,
    **dict.fromkeys(NAMES, str),
    "int": int,
    "count": int,
    "float": float,
    "bool": _parse_truth,
    "list": _array_text,
    "records": lambda text: text.strip().casefold() == "true" if text.strip().casefold() in _TRUTHS else _array_text(text),
    "map": json.loads,
    "any": parse_any,
}
_WORDS = {
    "str": "a string",
    "author": "the uid or name of an author",
    "name": "a name",
    "venue": "the name or uid of a venue",
    "institution": "the name or uid of an institution",
    "country": "the name or code of a country",
    "topic": "the label or uid of a topic",
    "topic_uid": "the uid of a topic",
    "scheme": "a scheme of topics",
    "source": "a source of citation counts",
    "int": "an integer",
    "count": "an integer (0 or more)",
    "float": "a number",
    "bool": "true or false",
    "list": "a list",
    "records": "a list of uids of authors, or true",
    "map": "a map",
    "any": "a value",
}
_RETURNED: dict[str, tuple[type, ...]] = {
    "str": (str,),
    **dict.fromkeys(NAMES, (str,)),
    "int": (int,),
    "count": (int,),
    "float": (float,),
    "bool": (bool,),
    "list": (list,),
    "records": (list,),
    "map": (dict,),
    "any": (object,),
}
