"""What one name says beforehand of one person behind two groups of its papers: two numbers, chosen from a small grid.

There are too few names of several people to fit anything, and along the grid B-cubed F1 changes by less than .004.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from itertools import product
from typing import Any

from graph.identity.corpus import Corpus
from graph.identity.grouping import grouping_of
from graph.identity.weights import Weights
from tests.bench.identity.metrics import Gold, b_cubed, homonyms_merged

_BASES = (-2.0, -1.4, -0.9, -0.4)
_RARITIES = (-0.7, -1.0)
_EVIDENCE = 1.15
_IDENTIFIED = 3.0
"""What an id that a source gave a record says for one person, set by hand: here all ids are hidden."""
_NAME_MERGED = 0.0002
"""What a name of several people that is taken for one person's costs of B-cubed F1: as much as one authorship in 5,000."""


def mixed_weights(corpus: Corpus, weights: Mapping[str, Any], base: float, gold: Gold) -> dict[str, float]:
    """The part `mixed` of the weights with which these authorships come out best. `base` is that of the tables."""
    records = _records(corpus, gold)
    best, best_value = {}, float("-inf")
    for prior, rarity in product(_BASES, _RARITIES):
        mixed = {"base": round(prior + _EVIDENCE * base, 3), "rarity": rarity, "evidence": _EVIDENCE, "identified": _IDENTIFIED}
        value = _value(corpus, Weights.of({**weights, "mixed": mixed}), records, gold)
        if value > best_value:
            best, best_value = mixed, value
    return best


def _value(corpus: Corpus, weights: Weights, records: Mapping[int, list[int]], gold: Gold) -> float:
    people: dict[int, Hashable] = {slot: corpus.record_of[slot] for slot in gold}
    for record, slots in records.items():
        grouping = grouping_of(corpus, weights, record)
        group_of = {slot: group for group in grouping.groups for slot in group} if grouping else {}
        people.update((slot, (record, group_of.get(slot))) for slot in slots)
    merged = homonyms_merged(people, gold, lambda slot: str(corpus.record_of[slot]))
    return b_cubed(people, gold).f1 - _NAME_MERGED * merged.part


def _records(corpus: Corpus, gold: Gold) -> dict[int, list[int]]:
    """The records with at least two authorships in gold, and these."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for slot in gold:
        found[corpus.record_of[slot]].append(slot)
    return {record: slots for record, slots in found.items() if len(slots) > 1}
