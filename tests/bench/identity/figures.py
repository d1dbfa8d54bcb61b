"""The figures of an evaluation, by name, as they go into its last line."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product

from graph.identity.evidence_model.clustering import Grouping
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.pairs import PairScore
from tests.bench.identity.metrics import (
    Gold,
    People,
    Share,
    Tenth,
    b_cubed,
    homonyms_merged,
    mean_distance,
    pairwise,
    slug,
    tenths,
    variants_found,
    worst_tenth,
)
from tests.bench.identity.system import Candidates, Pair, Similar, initials_meet

Figures = dict[str, float]

PRECISE = 0.95
"""The mean probability of the candidates that count as precise: were the probability exact, so many of them would be right."""
ENOUGH_CASES = 10
"""A tenth of a probability with fewer cases than these says nothing."""


def clustering_figures(corpus: Corpus, people: People, gold: Gold) -> Figures:
    """How well people agree with gold: B-cubed, pairs, names of several people, people of several names."""
    slugs = {slot: slug(corpus.printed[slot][1]) for slot in gold}
    figures: Figures = {}
    for name, score in (("b3", b_cubed(people, gold)), ("pairs", pairwise(people, gold))):
        figures |= {f"{name}_precision": score.precision, f"{name}_recall": score.recall, f"{name}_f1": score.f1}
    figures |= _share("homonyms_merged", homonyms_merged(people, gold, slugs.__getitem__))
    return figures | _share("variants_found", variants_found(people, gold, slugs.__getitem__))


def curated_figures(corpus: Corpus, candidates: Candidates, people: People, pairs: Collection[Pair]) -> Figures:
    """How many pairs of curated names are found: with at least one half, with the precise candidates, and in the people."""
    probability = {_uids(corpus, split): split.probability for split in candidates.pair_scores}
    precise = precise_from(candidates.pair_scores)
    together = _Together(corpus, people)
    figures: Figures = {"precise_from": precise, "candidates": float(len(candidates.pair_scores))}
    for name, least in (("half", 0.5), ("precise", precise)):
        figures |= _share(f"found_{name}", Share(sum(probability.get(pair, 0.0) >= least for pair in pairs), len(pairs)))
        figures[f"candidates_{name}"] = float(sum(value >= least for value in probability.values()))
    return figures | _share("found_in_people", Share(sum(pair in together for pair in pairs), len(pairs)))


def compared_figures(corpus: Corpus, people: People, gold: Gold, pairs: Collection[Pair]) -> Figures:
    """What ways to tell people apart are compared by: as `clustering_figures`, and how many pairs of curated names have
    authorships of one person, how many authorships the person of most of them has, and how many people there are."""
    sizes = Counter(people[slot] for slot in range(len(corpus.paper_of)) if people[slot] is not None)
    together = _Together(corpus, people)
    found = _share("curated", Share(sum(pair in together for pair in pairs), len(pairs)))
    return clustering_figures(corpus, people, gold) | found | {"largest": float(max(sizes.values())), "people": float(len(sizes))}


def blocking_figures(corpus: Corpus, similar: Similar, pairs: Collection[Pair]) -> Figures:
    """How many pairs of one person's names meet at all: ours, those worth weighing, and by family name and first initial."""
    ways = {
        "meet": similar.met.intersection(pairs),
        "similar_name": similar.weighed.intersection(pairs),
        "last_name_initial": initials_meet(corpus, pairs),
    }
    return {key: value for name, found in ways.items() for key, value in _share(name, Share(len(found), len(pairs))).items()}


def one_persons_names(corpus: Corpus, gold: Gold) -> set[Pair]:
    """The pairs of records that hold authorships of one person."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for slot, person in gold.items():
        held[person].add(corpus.records[corpus.record_of[slot]].uid)
    return {(one, other) for uids in held.values() for one in uids for other in uids if one < other}


def calibration(corpus: Corpus, candidates: Candidates, gold: Gold, shown: float | None = None) -> dict[str, list[Tenth]]:
    """What was said with which probability and how often it was so, for both questions.

    `split`: two records with gold on both sides are one person. `mixed`: a group of a record's papers is somebody else's than its
    main group. `mixed_pairs`: an authorship of the group and one of the main group are two people's; a few names with many papers
    dominate it. `mixed_reckoned`, with the share of people whose id is shown (`share_of_people_shown`): the same as `mixed`, but
    cases of two people count as often as they would be known, were they known as often as those of one.
    """
    persons = _persons_of_records(corpus, gold)
    split = [
        (found.probability, bool(persons[found.a] & persons[found.b]))
        for found in candidates.pair_scores
        if found.a in persons and found.b in persons
    ]
    groups = [case for grouping in candidates.groupings for case in _group_cases(grouping, gold)]
    pairs = [case for grouping in candidates.groupings for case in _pair_cases(grouping, gold)]
    found = {"split": tenths(split), "mixed": tenths(groups), "mixed_pairs": tenths(pairs)}
    return {**found, "mixed_reckoned": tenths(groups, 1 / shown)} if shown else found


def calibration_figures(tables: Mapping[str, Sequence[Tenth]]) -> Figures:
    """The tenths by name, the largest distance over tenths of enough cases, and the mean one."""
    figures: Figures = {}
    for name, table in tables.items():
        figures[f"{name}.worst"] = worst_tenth(table, ENOUGH_CASES)
        figures[f"{name}.mean"] = mean_distance(table)
        for number, tenth in enumerate(table):
            if tenth.cases:
                said = {"cases": float(tenth.cases), "said": tenth.mean, "so": tenth.share}
                figures |= {f"{name}.{number / 10:.1f}.{key}": value for key, value in said.items()}
    return figures


def precise_from(pair_scores: Sequence[PairScore]) -> float:
    """The smallest probability from which on candidates have a mean probability of `PRECISE`; 1 where there is none."""
    total, least = 0.0, 1.0
    for number, probability in enumerate(sorted((split.probability for split in pair_scores), reverse=True), 1):
        total += probability
        if total / number < PRECISE:
            break
        least = probability
    return least


def prefixed(prefix: str, figures: Figures) -> Figures:
    """The figures with a common beginning of their names."""
    return {f"{prefix}.{name}": value for name, value in figures.items()}


def _share(name: str, share: Share) -> Figures:
    return {name: float(share.part), f"{name}_of": float(share.whole)}


def _uids(corpus: Corpus, split: PairScore) -> Pair:
    one, other = sorted((corpus.records[split.a].uid, corpus.records[split.b].uid))
    return one, other


class _Together:
    """Whether two records have authorships of one person."""

    def __init__(self, corpus: Corpus, people: People) -> None:
        self._corpus, self._people = corpus, people

    def __contains__(self, pair: Pair) -> bool:
        one, other = ({self._people[slot] for slot in self._slots(uid)} - {None} for uid in pair)
        return not one.isdisjoint(other)

    def _slots(self, uid: str) -> list[int]:
        return self._corpus.slots_of[self._corpus.number_of[uid]]


def _persons_of_records(corpus: Corpus, gold: Gold) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for slot, person in gold.items():
        found.setdefault(corpus.record_of[slot], set()).add(person)
    return found


def _group_cases(grouping: Grouping, gold: Gold) -> Iterator[tuple[float, bool]]:
    main, *others = ({gold[slot] for slot in group if slot in gold} for group in grouping.groups)
    for probability, persons in zip(grouping.apart[1:], others, strict=True):
        if main and persons:
            yield probability, main.isdisjoint(persons)


def _pair_cases(grouping: Grouping, gold: Gold) -> Iterator[tuple[float, bool]]:
    main, *others = ([gold[slot] for slot in group if slot in gold] for group in grouping.groups)
    for probability, persons in zip(grouping.apart[1:], others, strict=True):
        for person, other in product(main, persons):
            yield probability, person != other
