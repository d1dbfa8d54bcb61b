"""Countries by the names that addresses use (`countries.txt`), and their codes of ISO 3166-1 (XK is Kosovo's, by custom)."""

from functools import cache
from importlib.resources import files

from graph.names.transliteration import plain


def listed(name: str) -> list[str]:
    """The lines of a list of this room that are not notes."""
    lines = files("graph.institutions").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def key(text: str) -> str:
    """A place's name as the lists are asked: plain letters and digits, "the" and "and" left out."""
    words = [plain(word) for word in text.replace("-", " ").replace(".", " ").replace("/", " ").split()]
    return "".join(word for word in words if word not in ("the", "and"))


LONGEST = 60
"""The most characters that a place's name has."""

_FORMER = frozenset(("czechoslovakia", "czechoslovak", "czechoslovakrepublic", "cssr", "yugoslavia", "ussr", "sovietunion"))
"""States that are no more and that several have followed: a place there says no country by itself."""


def is_former(text: str) -> bool:
    """Whether the whole text names a state that several have followed: "USSR"."""
    return len(text) <= LONGEST and key(text) in _FORMER


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return {line[:2]: tuple(map(str.strip, line[3:].split(";"))) for line in listed("countries.txt")}


@cache
def _codes() -> dict[str, str]:
    return {key(name): code for code, names in _names().items() for name in names}


def country_name(code: str) -> str:
    """The usual English name of the country of an ISO 3166-1 alpha-2 code: "JP" gives "Japan". A code that is none, as it is."""
    return _names().get(code.upper(), (code,))[0]


def country_stated(text: str) -> str | None:
    """The code of the country that a field for countries holds: as a code itself, in any case, or as `country_of` reads it."""
    code = text.strip().upper()
    return code if code in _names() else country_of(text)


def country_of(text: str) -> str | None:
    """The code of the country that the whole text names, in one of its usual spellings; None where it names none."""
    return _codes().get(key(text)) if len(text) <= LONGEST else None
