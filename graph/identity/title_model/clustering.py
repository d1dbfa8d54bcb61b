"""The people behind one name in a corpus of many fields, told from titles, venues, collaborators, years and affiliations.

This is for libraries whose papers have no abstracts or topics and come from fields far apart, where "another subject" is strong
evidence for another person; `evidence_model.clustering` is for one field. Every paper starts alone; the two sets that are
likeliest one person are joined, again and again, as long as that is likelier than not, the evidence weighed anew for every joined
set.

Titles, venues and collaborators of all papers of the corpus are the background: they tell which venues and words are of one
subject, and who works with whom.

On 47 names of AMiner's data, each fifth judged by weights learned on the others, B-cubed F1 is .90 over all papers and .91 as the
mean of the names; `graph.identity.evidence_model.clustering` reaches .85 and .80 there, .84 and .81 with tables learned so too.
`tests/bench/identity/aminer.py` measures it and learns the weights.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from graph.identity.evidence_model.clustering import logistic
from graph.identity.title_model.background import Background, plain_name
from graph.identity.title_model.features import PaperSets
from graph.identity.title_model.title_vectors import Floats, Integers
from graph.identity.title_model.weights import TitleWeights

OnJoin = Callable[[int, int, Integers], None]
Logits = Callable[[Floats], Floats]


@dataclass(frozen=True)
class TitleGrouping:
    """The people behind a name, who has most papers first: positions in the list of papers that was given, and for each person
    the probability that it is somebody else than any other."""

    groups: tuple[tuple[int, ...], ...]
    apart: tuple[float, ...]
    nearest: tuple[dict[str, float], ...]
    """For each person what each measure adds to the logit of being one with the likeliest other; empty where there is none."""


def title_grouping(
    background: Background,
    weights: TitleWeights,
    name: str,
    papers: Sequence[int],
    affiliations: Sequence[Iterable[str]] | None = None,
) -> TitleGrouping:
    """How the papers of a name fall to people.

    `papers` are numbers in the background, `affiliations` the informative words of the name's affiliation on each, if known
    (`graph.names.affiliation_words`). No papers give no groups.
    """
    sets = PaperSets(background, plain_name(name), papers, affiliations or [()] * len(papers))
    join_likeliest(sets, weights.logits)
    order = sorted(sets.members, key=lambda number: (-len(sets.members[number]), min(sets.members[number])))
    groups = tuple(tuple(sorted(sets.members[number])) for number in order)
    apart, nearest = [], []
    for number in order:
        others = np.array([other for other in order if other != number], dtype=np.int64)
        measures = sets.measures(number, others)
        logits = weights.logits(measures)
        best = int(np.argmax(logits)) if len(others) else None
        apart.append(0.0 if best is None else 1 - logistic(float(logits[best])))
        nearest.append({} if best is None else weights.pieces(measures[best]))
    return TitleGrouping(groups, tuple(apart), tuple(nearest))


def join_likeliest(sets: PaperSets, logits: Logits, least: float = 0.0, on_join: OnJoin = lambda *_: None) -> None:
    """Join the two likeliest sets until no logit reaches `least`. After each join `on_join` is told the set, the one that it took
    in, and the others."""
    count = len(sets.members)
    found = np.full((count, count), -np.inf, dtype=np.float32)
    for one in range(count - 1):
        others = np.arange(one + 1, count)
        found[one, others] = logits(sets.measures(one, others))
    while len(sets.members) > 1:
        one, other = divmod(int(np.argmax(found)), count)
        if found[one, other] < least:
            break
        sets.join(one, other)
        found[other] = found[:, other] = -np.inf
        others = np.array([number for number in sorted(sets.members) if number != one], dtype=np.int64)
        found[np.minimum(one, others), np.maximum(one, others)] = logits(sets.measures(one, others))
        on_join(one, other, others)
