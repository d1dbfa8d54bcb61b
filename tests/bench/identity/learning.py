"""How `cypher/identity/weights.json` is learned.

    python -m tests.bench.identity.learning --acl DIR|TAR --gold name_variants.yaml --write FILE

Two steps. The evidence tables use no labels at all: they tell parts of the papers of one rare name from papers of two people of
one family name (`rare_names`, `evidence_tables`). The priors between names use curated names as positives and ORCIDs (`priors`),
with a few offsets judged by hand. The prior of the question "one name, one person?" is chosen from a few (`mixed_prior`), by
ORCIDs and by the Anthology's own ids.
"""

import argparse
import json
import re
import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.errors import InputError
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.pairs import Persons, SimilarName, competing_pairs_of, competing_with
from graph.identity.evidence_model.weights import Axes, Weights
from graph.identity.learning.evidence_tables import SHIPPED, Cells, cells, fitted, summed, tables_of
from graph.identity.learning.rare_names import samples
from tests.bench.identity.anthology import Paper, corpus_of, papers_of
from tests.bench.identity.gold import Known, add_gold, ids_of, orcids_of, people_of
from tests.bench.identity.mixed_prior import mixed_weights
from tests.bench.identity.priors import Pairs, split_weights
from tests.bench.identity.system import Similar, similar_names

_INNERMOST = re.compile(r'\[[^\[\]{}]*\]|\{\s*"name"[^\[\]{}]*\}')

VERSION = "3"
"""Of the weights; raised whenever they weigh otherwise, and graphs are grouped anew. Version 2 divides affiliations by years,
version 3 linked collaborators by how many there would be by chance."""

Records = NDArray[np.int64]


@dataclass(frozen=True)
class Lessons:
    """Everything that weights are learned from, as numbers, so that folds can be left out: rows with the two records each."""

    corpus: Corpus
    gold: Mapping[int, str]
    rare_cells: Cells
    rare_same: NDArray[np.bool_]
    rare_records: Records
    pair_cells: Cells
    pairs: Pairs
    pair_records: Records

    @classmethod
    def of(cls, corpus: Corpus, similar: Similar, known: Known, papers: Collection[Paper]) -> "Lessons":
        """The lessons of the papers of a corpus with what is known of them."""
        orcids = orcids_of(papers)
        rare = list(samples(corpus))
        allowed = list(Persons(corpus).allowed(similar.names))
        records = [(corpus.number_of[pair.a], corpus.number_of[pair.b]) for pair in allowed]
        return cls(
            corpus,
            people_of(orcids, ids_of(papers, known.catch_alls)),
            cells(corpus, (sample.slots for sample in rare)),
            np.array([sample.same for sample in rare], dtype=np.bool_),
            np.array([sample.records for sample in rare], dtype=np.int64).reshape(-1, 2),
            cells(corpus, ((corpus.slots_of[a], corpus.slots_of[b]) for a, b in records)),
            _pairs(corpus, similar, allowed, known.curated(), orcids),
            np.array(records, dtype=np.int64).reshape(-1, 2),
        )

    def weights(self, left_out: Collection[int] = ()) -> dict[str, Any]:
        """The weights as the stored queries take them, learned without these records."""
        hidden = np.array(sorted(left_out), dtype=np.int64)
        rare = _without(self.rare_records, hidden)
        # An unlisted pair goes with its first record alone: else the list would seem to hold more of the pairs that are left.
        pairs = _without(self.pair_records[:, :1], hidden) & (_without(self.pair_records, hidden) | ~self.pairs.known)
        values = fitted(self.rare_cells[rare], self.rare_same[rare])
        base, tables = tables_of(values)
        split = split_weights(self.pairs.only(pairs), summed(values, self.pair_cells[pairs]), base)
        weights = {
            "version": VERSION,
            "features": [_feature(name, axes) for name, axes in SHIPPED.features.items()],
            "bins": SHIPPED.bins,
            "linked": SHIPPED.linked,
            "tables": tables,
            "split": split,
        }
        hidden_records = set(left_out)
        gold = {slot: person for slot, person in self.gold.items() if self.corpus.record_of[slot] not in hidden_records}
        return {**weights, "mixed": mixed_weights(self.corpus, weights, base, gold)}

    def folds(self, fold_of: Mapping[str, int]) -> dict[int, Weights]:
        """For each fold the weights learned without its people."""
        members: dict[int, list[int]] = {}
        for record, row in enumerate(self.corpus.records):
            members.setdefault(fold_of[row.uid], []).append(record)
        return {fold: Weights.of(self.weights(records)) for fold, records in sorted(members.items())}


def _feature(name: str, axes: Axes) -> dict[str, str]:
    """A feature as the file has it: its rows where they are not of its own measure."""
    rows = {"rows": axes.rows} if axes.rows != name else {}
    return {"name": name, **rows, "columns": axes.columns}


def _without(records: Records, hidden: Records) -> NDArray[np.bool_]:
    """The rows in which no record is hidden."""
    return np.asarray(~np.isin(records, hidden).any(axis=1), dtype=np.bool_)


def _pairs(
    corpus: Corpus,
    similar: Similar,
    allowed: Iterable[SimilarName],
    listed: Collection[tuple[str, str]],
    orcids: Mapping[int, str],
) -> Pairs:
    competing = competing_pairs_of(similar.names)
    held: dict[int, set[str]] = {}
    for slot, orcid in orcids.items():
        held.setdefault(corpus.record_of[slot], set()).add(orcid)
    rows = []
    for pair in allowed:
        a, b = corpus.number_of[pair.a], corpus.number_of[pair.b]
        namesakes = max(corpus.namesakes(a), corpus.namesakes(b))
        of_list = (pair.a, pair.b) in listed
        one, other = held.get(a, set()), held.get(b, set())
        known = bool(one and other) and not of_list
        met = log(1 + competing_with(pair, competing))
        rows.append((pair.kind, log(namesakes), met, pair.score, of_list, known, bool(one & other)))
    kinds, namesakes_logs, competing_logs, scores, lists, knowns, sames = zip(*rows, strict=True)
    of_names = [np.array(column, dtype=np.float64) for column in (namesakes_logs, competing_logs, scores)]
    of_labels = [np.array(column, dtype=np.bool_) for column in (lists, knowns, sames)]
    return Pairs(np.array(kinds), of_names[0], of_names[1], of_names[2], of_labels[0], of_labels[1], of_labels[2])


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.identity.learning", description=__doc__)
    parser.add_argument("--acl", type=Path, required=True, help="the folder of the Anthology's XML files, or the archive of it")
    parser.add_argument("--gold", type=Path, required=True, help="curated names: name_variants.yaml or people.yaml")
    parser.add_argument("--write", type=Path, required=True, help="where the weights are written to")
    parser.add_argument("--cache", type=Path, help="a file to keep the papers in between two runs")
    given = parser.parse_args()
    try:
        papers = papers_of(given.acl, given.cache)
        corpus, known = corpus_of(papers), Known()
        add_gold(known, given.gold, corpus)
    except InputError as error:
        sys.exit(str(error))
    lessons = Lessons.of(corpus, similar_names(corpus, ()), known, papers)
    given.write.write_text(_in_rows(lessons.weights()), encoding="utf-8")


def _in_rows(weights: Mapping[str, Any]) -> str:
    """JSON with every innermost list, and every feature, on one line."""
    text = json.dumps(weights, indent=1)
    return _INNERMOST.sub(lambda found: found[0][0] + " ".join(found[0][1:-1].split()) + found[0][-1], text) + "\n"


if __name__ == "__main__":
    main()
