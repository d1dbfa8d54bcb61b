"""How likely the id of a person is to be shown at all, which decides what a table of known cases can tell.

Two groups of papers under one name are a known case only where both show an id. If one person wrote both, the second shows it as
often as the papers of somebody who has one do; if two people did, it must be somebody else who happens to have one. So cases of
two people are too rare among the known ones, by the share of people of whom an id is shown. The people of rare names, of whom
each record is one, tell that share.
"""

from collections import Counter, defaultdict
from math import prod

from graph.identity.evidence_model.corpus import Corpus
from tests.bench.identity.metrics import Gold

_RARE = 0.005
_LEAST_LETTERS = 3


def share_of_people_shown(corpus: Corpus, gold: Gold) -> float:
    """Of the people of rare names of whom an id would be shown if they had one, the share of whom one is; 1 where none is.

    How often a paper of a year shows the id of somebody who has one is told by their other papers, each left out in turn.
    """
    records = [slots for record, slots in enumerate(corpus.slots_of) if _is_rare(corpus, record)]
    shows = _shares_of_years(corpus, records, gold)
    expected = sum(1 - prod(1 - shows.get(corpus.year_of[corpus.paper_of[slot]], 0.0) for slot in slots) for slots in records)
    return min(sum(any(slot in gold for slot in slots) for slots in records) / expected, 1.0) if expected else 1.0


def _is_rare(corpus: Corpus, record: int) -> bool:
    return len(corpus.records[record].given_key) >= _LEAST_LETTERS and corpus.namesakes(record) < _RARE


def _shares_of_years(corpus: Corpus, records: list[list[int]], gold: Gold) -> dict[int, float]:
    """Of the authorships of a year whose person is shown elsewhere, the share that shows it."""
    seen: defaultdict[int, Counter[bool]] = defaultdict(Counter)
    for slots in records:
        shown = sum(slot in gold for slot in slots)
        for slot in slots:
            if shown > (slot in gold):
                seen[corpus.year_of[corpus.paper_of[slot]]][slot in gold] += 1
    return {year: counts[True] / counts.total() for year, counts in seen.items()}
