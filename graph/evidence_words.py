"""Pieces of evidence in English, for tables, the review, its sheet, and the edges that decisions make.

The stored queries `split_candidates` and `mixed_candidates` give evidence in numbers: {feature, value, weight, shared}, as their
headers tell. Here alone they become words, the same for both: the two sides are two author records, or two groups of papers.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from loaders.counted import counted

Piece = Mapping[str, Any]

THINGS_NAMED = 8
"""So many of the shared things are named in words; the others are counted."""


def evidence_in_words(evidence: Iterable[str | Piece]) -> list[str]:
    """The evidence of a candidate line by line, each piece with its weight: "+3.50  collaborators in common: Ann Lee (2 papers in
    the graph)". Takes the column `evidence` of a split candidate, that of a group of a mixed one, or what a decision keeps."""
    return [with_weight(piece) for piece in evidence]


def with_weight(piece: str | Piece) -> str:
    """A piece of evidence with its weight before it."""
    weight = None if isinstance(piece, str) else piece.get("weight")
    return in_words(piece) if weight is None else f"{weight:+.2f}  {in_words(piece)}"


def in_words(piece: str | Piece) -> str:
    """A piece of evidence in words. What people wrote themselves stays as it is, and decisions that were made earlier hold pieces
    that have their words with them, under `what`."""
    if isinstance(piece, str):
        return piece
    words = _WORDS.get(str(piece.get("feature")))
    try:
        return words(piece["value"], piece["shared"]) if words else str(piece.get("what", piece))
    except (KeyError, TypeError):  # somebody's own map, which has a feature too
        return str(piece)


def worth_in_words(worth: float, made_of: Mapping[str, int]) -> str:
    """What a decision is expected to change: "15.2 of 2 papers, 14 collaborators, 0 candidates"."""
    parts = [counted(made_of[f"{one}s"], one) for one in ("paper", "collaborator", "candidate")]
    return f"{worth:,.1f} of {', '.join(parts)}"


def is_piece(value: object) -> bool:
    """Whether a value is a piece of evidence as the stored queries give it."""
    return isinstance(value, Mapping) and {"feature", "value", "weight", "shared"} <= value.keys()


def _base(value: Piece, _: Piece) -> str:
    if "main_papers" in value:
        return f"papers under one name, before anything else is known; the main group has {value['main_papers']:,}"
    return "two records of similar names, before anything else is known"


def _name(value: Piece, _: Piece) -> str:
    kind = f" ({value['kind']})" if value["kind"] else ""
    return f"the names: {'; '.join(value['reasons']) or 'alike'}{kind}"


def _rarity(value: Piece, _: Piece) -> str:
    people = value["expected_namesakes"]
    if people < 0.001:
        found = "fewer than 0.001"
    else:
        digits = 3 if people < 0.1 else 2 if people < 1 else 1
        found = f"about {round(people, digits):,}"
    return f"how rare the name is: {found} people would bear it by chance"


def _competing(value: Piece, _: Piece) -> str:
    return f"{counted(value['competing_pairs'], 'other record')} of a name similar to one of these"


def _identified(_: Piece, __: Piece) -> str:
    return "the record carries an identifier of one person"


def _twice(_: Piece, shared: Piece) -> str:
    return f"two people of this name on one paper: {_listed(shared, between='; ')}"


def _shared_collaborators(_: Piece, shared: Piece) -> str:
    return f"collaborators in common: {_listed(shared, with_papers=True)}"


def _linked_collaborators(value: Piece, shared: Piece) -> str:
    linked, fewer, more = (value[f"{which}_collaborators"] for which in ("linked", "fewer", "more"))
    if not linked:
        return f"nobody in common among {fewer:,} and {more:,} collaborators"
    verb = "wrote with collaborators of the other side, but none with both"
    chance = f"{value['linked_to_expected']:.1f} times as many as by chance"
    return f"{linked:,} of {counted(fewer, 'collaborator')} {verb}, {chance}: {_listed(shared)}"


def _venues(_: Piece, shared: Piece) -> str:
    return f"venues in common: {_listed(shared)}" if _is_any(shared) else "no venue in common"


def _topics(_: Piece, shared: Piece) -> str:
    return f"topics in common: {_listed(shared)}" if _is_any(shared) else "no topic in common"


def _affiliation(_: Piece, shared: Piece) -> str:
    return f"the same affiliation words: {_listed(shared)}" if _is_any(shared) else "no word of the affiliations in common"


def _years(value: Piece, _: Piece) -> str:
    years = counted(value["years"], "year") if value["years"] else "no year lies"
    return f"{years} between the papers of the two sides"


_WORDS: Mapping[str, Callable[[Piece, Piece], str]] = {
    "base": _base,
    "name": _name,
    "rarity": _rarity,
    "competing_pairs": _competing,
    "identified": _identified,
    "twice": _twice,
    "shared_collaborators": _shared_collaborators,
    "linked_collaborators": _linked_collaborators,
    "venues": _venues,
    "topics": _topics,
    "affiliation": _affiliation,
    "years": _years,
}


def _is_any(shared: Piece) -> bool:
    return bool(shared["things"] or shared["more"])


def _listed(shared: Piece, between: str = ", ", *, with_papers: bool = False) -> str:
    """The first things by their names, with the number of their papers if that is asked for; then how many more there are."""
    things: Sequence[Piece] = shared["things"]
    names = [str(thing["name"]) for thing in things[:THINGS_NAMED]]
    if with_papers and names:
        of = [f"{thing['papers']:,}" for thing in things[:THINGS_NAMED]]
        of[0] = f"{counted(things[0]['papers'], 'paper')} in the graph"
        names = [f"{name} ({papers})" for name, papers in zip(names, of, strict=True)]
    more = len(things[THINGS_NAMED:]) + shared["more"]
    listed = between.join(names)
    return f"{listed} and {more:,} more" if names and more else listed or f"{more:,}"
