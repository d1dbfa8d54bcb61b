"""The signs in titles that tell works apart whose words are the same: "C" and "C++", "HER2+" and "HER2-", "P = NP" and "P ≠ NP".

Hyphens, dashes, quotes and all other punctuation are matters of spelling. Sources also lose signs, so that a sign here and none
there says nothing, but for "++" and "#" behind a letter, which are part of a name.
"""

import re

from graph.load.text import NOT_EQUAL, folded

_ARROW = re.compile(r"<[=-]+>|[=-]+>|<-+|<<|>>")
_TOKEN = re.compile(
    rf"(?P<word>\w+)|(?P<name>(?<=\w)\+\+|(?<=\b[a-z])#)|(?P<not_equal>{NOT_EQUAL})|(?P<unequal>[!/]=)|(?P<order>[<>]=?|[≤≥])"
    r"|(?P<sign>\+/[-−]|[+±=])"
    r"|(?P<minus>\([-−]\)|(?<=\w)[-−](?![\w-])|(?<![\w\s-])[-−](?=\d)|(?<=\s)[-−](?=\d))"
)
_SPELLINGS = {"<=": "≤", ">=": "≥", "/=": "!=", "+/-": "±", "+/−": "±", "−": "-", "(-)": "-", "(−)": "-", NOT_EQUAL: "≠"}
_ANY = re.compile(r"[-+#=<>≠≤≥±−⁺⁻＋＃＝♯\\&]")

Signs = tuple[tuple[int, str], ...]
"""After how many words which signs stand."""


def title_signs(title: str) -> Signs:
    """The signs of a title."""
    if not _ANY.search(title):
        return ()
    words, found = 0, dict[int, str]()
    for token in _TOKEN.finditer(_ARROW.sub(" ", folded(title))):
        if token["word"]:
            words += 1
        else:
            sign = token.group()
            found[words] = found.get(words, "") + _SPELLINGS.get(sign, sign)
    return tuple(found.items())


def other_signs(a: Signs, b: Signs) -> tuple[str, str] | None:
    """The first signs by which two titles of the same words differ; "" where one has none."""
    ours, theirs = dict(a), dict(b)
    for place in sorted(ours.keys() | theirs.keys()):
        one, other = ours.get(place, ""), theirs.get(place, "")
        if one != other and ((one and other) or "++" in one + other or "#" in one + other):
            return one, other
    return None
