"""How well the papers of one name are told apart in AMiner's data, names of authors from all of computing.

    python -m tests.bench.identity.aminer --file FILE [--seed N]
    python -m tests.bench.identity.aminer --learn FILE --write graph/identity/title_model/weights.json

A line of the file is a JSON object: a name, a paper's title, year, authors and venue, the affiliation of the name on it (or null)
and the label of who wrote it. All papers of the file are the background of each name.

Figures are B-cubed F1, `micro` from precision and recall over all papers, `macro` the mean of the names' own. `shipped` uses the
weights of the package; where these were learned on names that the file holds, `cross_validated` leaves each fifth of the names
out of the learning in turn, and is the figure to believe; `--seed` draws other fifths. `one_field` is
`graph.identity.evidence_model.clustering` with the weights of the package, learned on the ACL Anthology;
`one_field_cross_validated` the same with tables learned on the other names.
"""

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from graph.errors import InputError
from graph.identity.evidence_model.weights import Weights
from graph.identity.title_model.background import Background, TitledPaper, plain_name
from graph.identity.title_model.clustering import title_grouping
from graph.identity.title_model.weights import TitleWeights
from graph.names.affiliation_words import informative_words
from tests.bench.identity import title_model_learning
from tests.bench.identity.metrics import Score, b_cubed
from tests.bench.identity.one_field import OneField
from tests.bench.identity.title_model_learning import Name

FOLDS = 5
_NO_VENUE = {"null", "CoRR"}
"""What stands for no venue, and a preprint server."""

People = Sequence[Hashable]


@dataclass(frozen=True)
class Case:
    """The names of a file, sorted, before the background of all its papers."""

    background: Background
    names: Sequence[Name]

    @classmethod
    def read(cls, path: Path) -> "Case":
        """The case of a file; raises InputError if a line is not as described above."""
        papers: dict[str, TitledPaper] = {}
        numbers: dict[str, int] = {}
        slots: defaultdict[str, list[tuple[int, list[str], str]]] = defaultdict(list)
        for line, row in enumerate(_rows(path), start=1):
            try:
                papers.setdefault(row["paper_id"], _paper(row))
                number = numbers.setdefault(row["paper_id"], len(numbers))
                slots[row["name"]].append((number, informative_words([row["org"] or ""]), row["label"]))
            except (KeyError, TypeError, AttributeError) as error:
                raise InputError(f"{path}, line {line}: not a paper of a name ({error}). Give a file like AMiner's.") from error
        names = [Name(plain_name(name), *map(list, zip(*held, strict=True))) for name, held in sorted(slots.items())]
        return cls(Background(papers.values()), names)


def figures(path: Path, seed: int = 0) -> dict[str, float]:
    """Micro and macro B-cubed F1 of every way, by `way.figure`, the folds drawn by `seed`; raises InputError if the file is not
    as expected."""
    case, shipped = Case.read(path), TitleWeights.shipped()
    one_field, one_field_weights = OneField(case.background, case.names), Weights.shipped()
    ways: dict[str, Callable[[int], People]] = {
        "all_one_person": lambda number: [0] * len(case.names[number].papers),
        "every_paper_alone": lambda number: range(len(case.names[number].papers)),
        "collaborator_closure": lambda number: _closure(case, number),
        "one_field": lambda number: one_field.people(number, one_field_weights),
        "shipped": lambda number: people_of(case, number, shipped),
    }
    found: dict[str, float] = {}
    for way, people in ways.items():
        found |= _scored(way, case, [people(number) for number in range(len(case.names))])
    if any(name.key in shipped.learned_on for name in case.names):
        found |= _scored("cross_validated", case, cross_validated(case, seed))
        plain: dict[int, People] = {
            number: one_field.people(number, weights)
            for held in _folds(case, seed)
            for weights in [one_field.learned(held)]
            for number in held
        }
        found |= _scored("one_field_cross_validated", case, [plain[number] for number in range(len(case.names))])
    return found


def cross_validated(case: Case, seed: int = 0) -> list[People]:
    """Who wrote what of each name, by weights learned without it."""
    lessons = title_model_learning.first_lessons(case.background, case.names)
    found: dict[int, People] = {}
    for held in _folds(case, seed):
        weights = title_model_learning.learn(case.background, case.names, lessons, held)
        found |= {number: people_of(case, number, weights) for number in held}
    return [found[number] for number in range(len(case.names))]


def _folds(case: Case, seed: int) -> list[list[int]]:
    order = [int(number) for number in np.random.default_rng(seed).permutation(len(case.names))]
    return [order[fold::FOLDS] for fold in range(min(FOLDS, len(order)))]


def people_of(case: Case, number: int, weights: TitleWeights) -> People:
    """Who wrote each paper of a name, as the package groups them."""
    name = case.names[number]
    found = np.zeros(len(name.papers), dtype=np.int64)
    grouping = title_grouping(case.background, weights, name.key, name.papers, name.affiliations)
    for group, members in enumerate(grouping.groups):
        found[list(members)] = group
    return [int(group) for group in found]


def _closure(case: Case, number: int) -> People:
    """Papers are one person's where they share a collaborator, however many papers lie between."""
    name = case.names[number]
    groups: list[tuple[set[str], list[int]]] = []
    for place, paper in enumerate(name.papers):
        names, members = set(case.background.names_on[paper] - {name.key}), [place]
        for group in [group for group in groups if not group[0].isdisjoint(names)]:
            groups.remove(group)
            names, members = names | group[0], members + group[1]
        groups.append((names, members))
    of = {place: group for group, (_, members) in enumerate(groups) for place in members}
    return [of[place] for place in range(len(name.papers))]


def _scored(way: str, case: Case, people: Sequence[People]) -> dict[str, float]:
    scores = [b_cubed(said, dict(enumerate(name.people))) for said, name in zip(people, case.names, strict=True)]
    sizes = [len(name.papers) for name in case.names]
    whole = Score(
        sum(score.precision * size for score, size in zip(scores, sizes, strict=True)) / sum(sizes),
        sum(score.recall * size for score, size in zip(scores, sizes, strict=True)) / sum(sizes),
    )
    macro = sum(score.f1 for score in scores) / len(scores)
    return {
        f"{way}.micro_precision": whole.precision,
        f"{way}.micro_recall": whole.recall,
        f"{way}.micro_f1": whole.f1,
        f"{way}.macro_f1": macro,
    }


def _rows(path: Path) -> Iterator[Mapping[str, Any]]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read ({error}). Give a file with a JSON object on each line.") from error


def _paper(row: Mapping[str, Any]) -> TitledPaper:
    year, venue = str(row["year"] or ""), row["venue"] or ""
    return TitledPaper(
        row["title"] or "", int(year) if year.isdigit() else None, "" if venue in _NO_VENUE else venue, row["authors"]
    )


def main(arguments: Iterable[str] | None = None) -> None:
    """Measure, or learn and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.identity.aminer", description=__doc__.splitlines()[0])
    parser.add_argument("--learn", type=Path, metavar="FILE", help="learn the weights from all names of this file")
    parser.add_argument("--write", type=Path, metavar="JSON", help="where the learned weights go")
    parser.add_argument("--file", type=Path, help="measure on this file")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="how the folds of the cross-validation are drawn")
    given = parser.parse_args(None if arguments is None else list(arguments))
    if given.learn and given.write:
        case = Case.read(given.learn)
        weights = title_model_learning.learn(
            case.background, case.names, title_model_learning.first_lessons(case.background, case.names)
        )
        given.write.write_text(title_model_learning.as_text(weights), encoding="utf-8")
    elif not given.file:
        parser.error("give --learn FILE and --write JSON to learn, or --file FILE to measure")
    if given.file:
        print(json.dumps({name: round(value, 5) for name, value in figures(given.file, given.seed).items()}))


if __name__ == "__main__":
    main()
