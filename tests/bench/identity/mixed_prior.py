"""What one name says beforehand of one person behind two groups of its papers: one number, chosen from a few.

There are too few names of several people to fit anything: along the numbers B-cubed F1 changes by less than .004. So that chance
decides little, each number is judged together with its two neighbours on both sides, and no record counts with more than ten
authorships.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import Any

from graph.identity.evidence_model.clustering import grouping_of
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.weights import Weights
from tests.bench.identity.metrics import Gold, b_cubed, homonyms_merged

_BASES = (-1.4, -1.3, -1.2, -1.1, -1.0, -0.9, -0.8, -0.7, -0.6, -0.5)
_BESIDE = 2
_RARITY = -0.6
_EVIDENCE = 1.15
_IDENTIFIED = 3.0
"""What an id that a source gave a record says for one person, set by hand: here all ids are hidden."""
_TWICE = 20.0
"""What two of one name on one paper say for two people, set by hand: as good as certain."""
_NAME_MERGED = 0.0005
"""What a name of several people that is taken for one person's costs of B-cubed F1: as much as one authorship in 2,000."""
_MOST_OF_RECORD = 10


def mixed_weights(corpus: Corpus, weights: Mapping[str, Any], base: float, gold: Gold) -> dict[str, float]:
    """The part `mixed` of the weights with which these authorships come out best. `base` is that of the tables."""
    records = _records(corpus, gold)
    counted = {slot: gold[slot] for slots in records.values() for slot in slots}
    tried = [
        {
            "base": round(prior + _EVIDENCE * base, 3),
            "rarity": _RARITY,
            "evidence": _EVIDENCE,
            "identified": _IDENTIFIED,
            "twice": _TWICE,
        }
        for prior in _BASES
    ]
    values = [_value(corpus, Weights.of({**weights, "mixed": mixed}), records, counted) for mixed in tried]
    smoothed = {place: sum(values[place - _BESIDE : place + _BESIDE + 1]) for place in range(_BESIDE, len(values) - _BESIDE)}
    return tried[max(smoothed, key=smoothed.__getitem__)]


def _value(corpus: Corpus, weights: Weights, records: Mapping[int, list[int]], gold: Gold) -> float:
    people: dict[int, Hashable] = {slot: corpus.record_of[slot] for slot in gold}
    for record, slots in records.items():
        grouping = grouping_of(corpus, weights, record)
        group_of = {slot: group for group in grouping.groups for slot in group} if grouping else {}
        people.update((slot, (record, group_of.get(slot))) for slot in slots)
    merged = homonyms_merged(people, gold, lambda slot: str(corpus.record_of[slot]))
    return b_cubed(people, gold).f1 - _NAME_MERGED * merged.part


def _records(corpus: Corpus, gold: Gold) -> dict[int, list[int]]:
    """The records with at least two authorships in gold, and the first ones of these."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for slot in gold:
        found[corpus.record_of[slot]].append(slot)
    return {record: slots[:_MOST_OF_RECORD] for record, slots in found.items() if len(slots) > 1}
