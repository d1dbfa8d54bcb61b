"""Whether probabilities hold, on all that is known of the Anthology's people together.

    python -m tests.bench.identity.joined_calibration --acl DIR|TAR --gold name_variants.yaml [--slips FILE] [--folds 3]

Ids are ORCIDs without the slips, joined with the Anthology's own. Curated names also say no: those of two entries are two
people's. Every probability is by weights that were learned without the people it is about.
"""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.identity.calibration import Case, reliability
from graph.identity.evidence_model.clustering import logit_of
from graph.identity.evidence_model.corpus import Corpus
from tests.bench.identity.anthology import corpus_of, papers_of
from tests.bench.identity.gold import Known, add_gold, folds_of, ids_of, orcids_of, people_of, without_slips
from tests.bench.identity.learning import Lessons
from tests.bench.identity.system import Candidates, cross_validated, similar_names


def cases(corpus: Corpus, candidates: Candidates, gold: Mapping[int, str], known: Known) -> Iterator[tuple[str, Case]]:
    """The candidates of which it is known whether they are right, with how: two names by ids, where both have some, or where a
    curated list has both; a group of papers by ids."""
    persons: dict[int, set[str]] = {}
    for slot, person in gold.items():
        persons.setdefault(corpus.record_of[slot], set()).add(person)
    entry_of = {corpus.number_of[uid]: number for number, entry in enumerate(known.entries) for uid in entry}
    for pair in candidates.pair_scores:
        if pair.a in persons and pair.b in persons:
            yield "two names, ids", Case("split", "ORCID", pair.logit, not persons[pair.a].isdisjoint(persons[pair.b]))
        if pair.a in entry_of and pair.b in entry_of:
            yield "two names, curated", Case("split", "ORCID", pair.logit, entry_of[pair.a] == entry_of[pair.b])
    for grouping in candidates.groupings:
        main, *others = ({gold[slot] for slot in group if slot in gold} for group in grouping.groups)
        for apart, people in zip(grouping.apart[1:], others, strict=True):
            if main and people:
                yield "one name, ids", Case("mixed", "ORCID", logit_of(apart), main.isdisjoint(people))


def main() -> None:
    """Print the table of both questions."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.identity.joined_calibration", description=__doc__)
    parser.add_argument("--acl", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--slips", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--folds", type=int, default=3)
    given = parser.parse_args()
    papers = papers_of(given.acl, given.cache)
    corpus, known = corpus_of(papers), Known()
    add_gold(known, given.gold, corpus)
    orcids = orcids_of(papers)
    known.authorships["orcid"] = without_slips(orcids, given.slips, corpus) if given.slips else orcids
    known.authorships["anthology_id"] = ids_of(papers, known.catch_alls)
    similar, fold_of = similar_names(corpus, ()), folds_of(corpus, known, given.folds)
    of_fold = Lessons.of(corpus, similar, known, papers).folds(fold_of)
    found = list(cases(corpus, cross_validated(corpus, similar, of_fold, fold_of), people_of(*known.authorships.values()), known))
    print("| known by | probability | cases | said | so | 95% |\n|---|---|---|---|---|---|")
    for how in dict.fromkeys(how for how, _ in found):
        for row in reliability([case for one, case in found if one == how]):
            interval = f"{row['found_low']:.3f} to {row['found_high']:.3f}"
            place = f"{row['low']} to {row['high']}"
            print(f"| {how} | {place} | {row['cases']:,} | {row['expected']:.3f} | {row['found']:.3f} | {interval} |")


if __name__ == "__main__":
    main()
