"""Identifiers that stand on works which are not theirs.

Reference libraries, abstract books and search results put the DOI of a proceedings volume, a book or a supplement on each work in
it, and an address found beside a work is taken for the work's own. So a shared identifier makes one work unless what else is said
tells of two: other titles, and other people, another place in the same venue, or that the one is the volume in which the other
stands. A title that was corrected or shortened, one in another language with the same authors, names in another script, and a
record that names nobody say no such thing.
"""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from graph.load.agreement import may_be_one, people_in_common
from graph.load.claims import Claim
from graph.load.links import Piece, objection
from graph.load.locus import difference, same_venue
from graph.load.text import same_text
from loaders.records import Authorship, Identifier

_LITTLE_IN_COMMON = 0.5
_NEXT_TO_NOTHING = 0.2
_VOLUMES = frozenset({"book", "conference", "workshop", "other"})


def other_work(a: Claim, b: Claim) -> tuple[Piece, ...]:
    """What tells that two claims with a shared identifier are about two works all the same; nothing where they are about one."""
    if not a.title_key or not b.title_key or a.title_key == b.title_key or same_text(a.shingles, b.shingles):
        return ()
    if _is_among(a, _volumes(b)) or _is_among(b, _volumes(a)):
        return (objection(-3.0, "the one is the volume in which the other stands"),)
    alike = _titles_in_common(a, b)
    if alike is None or alike > _LITTLE_IN_COMMON:
        return ()
    elsewhere = difference(a.locus, b.locus) if same_venue(a.locus, b.locus) else None
    place = (objection(-1.0, f"different {elsewhere}"),) if elsewhere else ()
    other_title = objection(-1.5, "different titles")
    people = _other_people(a, b, titles_alike=alike > _NEXT_TO_NOTHING)
    if people:
        return (other_title, people, *place)
    if alike <= _NEXT_TO_NOTHING and (place or not (a.authors or b.authors)):
        return (other_title, *place)
    return ()


def shares(known: Identifier) -> Piece:
    """That two works share an identifier that joins them not."""
    return Piece(3.5, f"both have {known.scheme} {known.value}")


def volumes_among(works: Sequence[Sequence[Claim]]) -> list[int]:
    """Which of these works, each given by its claims, are the book or the proceedings in which others of them stand."""
    venues = {venue for claims in works for claim in claims for venue in _volumes(claim)}
    return [i for i, claims in enumerate(works) if any(_is_among(claim, venues) for claim in claims)]


def _is_among(volume: Claim, venues: Collection[str]) -> bool:
    return volume.title_key in venues and volume.title_key not in volume.locus.venues


def _volumes(part: Claim) -> frozenset[str]:
    """The books and proceedings in which a work stands, by title key."""
    named = any(one.kind in _VOLUMES for one in part.record.publications)
    return part.locus.venues - {part.title_key or ""} if named else frozenset()


def _titles_in_common(a: Claim, b: Claim) -> float | None:
    """Which share of the words of both titles they have in common; None where they are written in two scripts.

    A title of which the other leaves out words at most has all in common with it, titles with other numbers nothing to speak of.
    """
    script = _script([a.title or ""])
    if script != _script([b.title or ""]):
        return None
    ours, theirs = (_pieces(claim.title_key or "", script) for claim in (a, b))
    numbers = [{word for word in words if word.isdigit()} for words in (ours, theirs)]
    if ours <= theirs or theirs <= ours:
        return 1.0
    alike = len(ours & theirs) / len(ours | theirs)
    return min(alike, _LITTLE_IN_COMMON) if all(numbers) and not numbers[0] & numbers[1] else alike


def _pieces(key: str, script: str) -> set[str]:
    """The words of a title; its characters where the script sets no spaces."""
    return set(key.replace(" ", "")) if script == "CJK" else set(key.split())


def _other_people(a: Claim, b: Claim, *, titles_alike: bool) -> Piece | None:
    """That the claims name other people: nobody is in both lists, or another comes first and at most half of the shorter list is
    in both; where the titles are not alike at all, not the whole of it."""
    ours, theirs = (_people(claim) for claim in (a, b))
    if not (ours and theirs) or not (a.has_list or b.has_list) or _script(_names(ours)) != _script(_names(theirs)):
        return None
    common, shorter = people_in_common(ours, theirs), min(len(ours), len(theirs))
    if not common:
        return objection(-2.5, "their author lists have nobody in common")
    if not (a.has_list and b.has_list) or may_be_one(ours[0], theirs[0]):
        return None
    others = common * 2 <= shorter if titles_alike else common < shorter
    return objection(-1.5, "other authors, another one first") if others else None


def _people(claim: Claim) -> list[Authorship]:
    return [author for author in claim.authors if author.kind == "person"]


def _names(people: Iterable[Authorship]) -> list[str]:
    return [one.name for one in people]


def _script(texts: Iterable[str]) -> str:
    """The script of most letters, those of Japanese and Chinese as one."""
    names = (unicodedata.name(letter, "").split(" ")[0] for text in texts for letter in set(text) if letter.isalpha())
    found = Counter("CJK" if name in {"HIRAGANA", "KATAKANA"} else name for name in names)
    return max(sorted(found), key=found.__getitem__, default="")
