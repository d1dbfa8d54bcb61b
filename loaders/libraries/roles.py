"""What a person or body has to do with a work, by the relators of MARC, as codes, words or addresses.

Terms: https://www.loc.gov/marc/relators/relaterm.html
"""

from collections.abc import Iterable
from typing import Literal

_AUTHORS = frozenset(
    (
        "aut", "author", "cre", "creator", "dis", "dissertant", "joint author", "co-author", "coauthor", "author of work",
        "first author", "verfasser", "verfasserin", "verfasserin, verfasser", "auteur", "autor", "autore", "forfatter",
        "ctb", "contributor", "lead author", "main author", "primary author", "inv", "inventor",
        "prg", "programmer", "res", "researcher", "cmp", "composer", "art", "artist", "pht", "photographer",
    )
)  # fmt: skip
_EDITORS = frozenset(
    (
        "edt", "editor", "edc", "editor of compilation", "joint editor", "hrsg", "herausgeber", "herausgeberin",
        "herausgeberin, herausgeber", "éditeur scientifique", "pbd", "publishing director", "redaktor", "redaktör", "ed", "eds",
        "series editor", "com", "compiler", "editor in chief",
    )
)  # fmt: skip
_BEFORE = ("http://id.loc.gov/vocabulary/relators/", "https://id.loc.gov/vocabulary/relators/", "(dlc)", "marcrel:")


def role_of(terms: Iterable[str]) -> Literal["author", "editor"] | None:
    """The role that these relators give: that of an author where one of them does, else an editor's, and an author's where there
    are none; None for all others (a supervisor, a publisher, a translator, …)."""
    words = [_plain(term) for term in terms if term.strip()]
    if not words or any(word in _AUTHORS for word in words):
        return "author"
    return "editor" if any(word in _EDITORS for word in words) else None


def _plain(term: str) -> str:
    word = term.strip().casefold()
    for before in _BEFORE:
        word = word.removeprefix(before)
    return word.strip(" .,;:()[]")
