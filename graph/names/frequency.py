"""The keys by which the parts of a name are counted: how many records share a family name, and how many a given name.

Multiplied and divided by the number of records they say how many people would bear a name by chance (`expected_namesakes`), the
strongest single evidence for or against one person behind it.
"""

from graph.names.forms import index_key
from graph.names.nicknames import goes_before_others
from graph.names.parsing import informative_given, parse
from graph.names.transliteration import plain


def family_key(name: str) -> str:
    """The family name without its particles, in plain spelling and one word; empty where there is none."""
    return _joined(parse(name).family)


def given_key(name: str) -> str:
    """All given names in plain spelling as one word, so that "Xiao-Ming" and "Xiaoming" are one; empty where there is none.

    "Md Saiful" counts as "Saiful". Bare "Md" gives its first letter, which stands for all given names that begin with it, as a
    single initial does.
    """
    given = parse(name).given
    if len(given) == 1 and goes_before_others(given[0]):
        return plain(given[0])[:1]
    return _joined(informative_given(given))


def expected_namesakes(with_family: int, with_given: int, records: int) -> float:
    """λ: how many of so many records would bear a name by chance, were family and given names independent of each other. Each
    part counts half once more than it was seen (Jeffreys' rule), so that no name is rare merely because the graph is small."""
    return (with_family + 0.5) * (with_given + 0.5) / max(records, 1)


def _joined(words: tuple[str, ...]) -> str:
    return index_key("".join(plain(word) for word in words))
