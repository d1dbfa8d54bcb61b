"""The arXiv category taxonomy: every archive and category with its name, and what a bare code such as "LG" stands for.

The data file holds the present taxonomy and the archives that it replaced, those with the code that arXiv uses instead.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from loaders.records import Subject

PREFERENCE = ("cs", "eess", "stat", "math", "econ", "q-bio", "q-fin", "astro-ph", "nlin", "cond-mat", "physics")
"""Archives in the order in which a bare code that several of them use is taken."""


@dataclass(frozen=True)
class Category:
    """A category: full code ("cs.LG"), name ("Machine Learning"), and the other full codes that the printed one could mean."""

    code: str
    name: str
    others: tuple[str, ...] = ()


@cache
def categories() -> dict[str, str]:
    """Name by full code, replaced archives included ("cmp-lg")."""
    return {code: name for code, name, _ in _rows()}


def category(printed: str) -> Category | None:
    """The category that a printed code means, or None when arXiv has none of that name.

    Full codes stand for themselves ("cs.LG", "quant-ph"), replaced ones for their successor ("cmp-lg" is cs.CL), bare ones for
    the category of that ending ("LG" is cs.LG, "IV" is eess.IV). Where several archives share the ending, the first of
    `PREFERENCE` is taken ("ST" is math.ST rather than q-fin.ST) and `others` names the rest.
    """
    wanted = printed.strip().casefold()
    full = _by_full_code().get(wanted)
    if full:
        return Category(full, categories()[full])
    possible = _by_ending().get(wanted, ())
    if not possible:
        return None
    return Category(possible[0], categories()[possible[0]], possible[1:])


def arxiv_subject(code: str) -> Subject:
    """The topic for a full code, with the archive above it: cs.LG is Machine Learning within cs, Computer Science."""
    archive, dot, _ = code.partition(".")
    above = Subject(scheme="arxiv", code=archive, label=categories().get(archive)) if dot else None
    return Subject(scheme="arxiv", code=code, label=categories().get(code), broader=above)


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    text = files("loaders.fields").joinpath("arxiv_categories.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple((row[0], row[1], row[2] if len(row) > 2 else row[0]) for row in rows)


@cache
def _by_full_code() -> dict[str, str]:
    return {code.casefold(): present for code, _, present in _rows()}


@cache
def _by_ending() -> dict[str, tuple[str, ...]]:
    endings: dict[str, list[str]] = {}
    for code, _, _ in _rows():
        _, dot, ending = code.partition(".")
        if dot:
            endings.setdefault(ending.casefold(), []).append(code)
    return {ending: tuple(sorted(codes, key=_preference)) for ending, codes in endings.items()}


def _preference(code: str) -> int:
    return PREFERENCE.index(code.partition(".")[0])
