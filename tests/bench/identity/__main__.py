"""How well people are told apart: `python -m tests.bench.identity --acl DIR|TAR [--gold FILE …] [--aminer FILE]`.

Prints tables, and as its last line one JSON object with all figures. The README beside the benchmarks says where the data can be
had and what the figures mean.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import InputError
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.weights import Weights
from tests.bench.identity import figures as reckoned
from tests.bench.identity.anthology import Paper, corpus_of, papers_of
from tests.bench.identity.figures import Figures, prefixed
from tests.bench.identity.gold import Known, add_gold, folds_of, ids_of, orcids_of, without_slips
from tests.bench.identity.learning import Lessons
from tests.bench.identity.metrics import People
from tests.bench.identity.peers.beside import add_arguments, beside
from tests.bench.identity.sample import write_sample
from tests.bench.identity.shown import share_of_people_shown
from tests.bench.identity.system import (
    Candidates,
    Clock,
    Similar,
    collaborator_rule,
    cross_validated,
    exact_names,
    initials,
    mixed_candidates,
    similar_names,
    split_candidates,
)
from tests.bench.identity.table import calibration_table, clock_table, clustering_table, share_table, ways_table

_HALF = 0.5


def main() -> None:
    """Measure and print."""
    given = _arguments()
    found: Figures = {}
    try:
        if given.acl:
            found |= prefixed("acl", _Anthology(given).measure())
        if given.aminer:
            from tests.bench.identity import aminer  # only where it is asked for: each half runs without the other's modules

            of_aminer = aminer.figures(given.aminer)
            _show("AMiner: papers of one name into people, B³", ways_table(of_aminer))
            found |= prefixed("aminer", of_aminer)
    except InputError as error:
        sys.exit(str(error))
    print(json.dumps({name: round(value, 5) for name, value in found.items()}))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.identity", description=__doc__)
    parser.add_argument("--acl", type=Path, help="the folder of the ACL Anthology's XML files, or the tar archive of it")
    parser.add_argument("--gold", type=Path, action="append", default=[], help="curated names (YAML), or a table of authorships")
    parser.add_argument(
        "--slips", type=Path, help="a table of ORCIDs that stand on a wrong author: figures with and without them"
    )
    parser.add_argument(
        "--folds", type=int, default=0, help="learn the weights without each of so many parts of the people as well"
    )
    parser.add_argument("--sample", type=Path, help="write 100 of the precise candidates to this CSV file, to be judged")
    parser.add_argument("--cache", type=Path, help="a file to keep the Anthology's papers in between two runs")
    parser.add_argument("--aminer", type=Path, help="the papers of names with several people, a JSON object a line")
    add_arguments(parser)
    given = parser.parse_args()
    if not given.acl and not given.aminer:
        parser.error("nothing to measure: give --acl (https://github.com/acl-org/acl-anthology has the data), --aminer, or both")
    return given


@dataclass
class _Anthology:
    """The evaluation on the ACL Anthology."""

    given: argparse.Namespace
    clock: Clock = field(default_factory=Clock)
    known: Known = field(default_factory=Known)
    ways: dict[str, People] = field(default_factory=dict)
    candidates: dict[str, Candidates] = field(default_factory=dict)

    def measure(self) -> Figures:
        """All figures; the tables are printed."""
        with self.clock.step("reading, topics"):
            papers = papers_of(self.given.acl, self.given.cache)
        with self.clock.step("corpus"):
            corpus = corpus_of(papers)
        self._know(papers, corpus)
        pairs = {"curated": self.known.curated()}
        pairs |= {name: reckoned.one_persons_names(corpus, gold) for name, gold in self.known.authorships.items()}
        with self.clock.step("similar names"):
            similar = similar_names(corpus, set().union(*pairs.values()))
        self._tell_apart(corpus, similar)
        if self.given.folds:
            self._cross_validate(papers, corpus, similar)
        peers = self._beside_peers(corpus, papers) if self.given.peers else {}
        own = {**self._people(corpus), **self._pairs(corpus, similar, pairs), **self._rest(corpus, papers, similar)}
        return {**own, **prefixed("peers", peers)}

    def _know(self, papers: list[Paper], corpus: Corpus) -> None:
        if orcids := orcids_of(papers):
            self.known.authorships["orcid"] = orcids
        for path in self.given.gold:
            add_gold(self.known, path, corpus)
        if ids := ids_of(papers, self.known.catch_alls):
            self.known.authorships["anthology_id"] = ids
        if self.given.slips and orcids:
            self.known.authorships["orcid_without_slips"] = without_slips(orcids, self.given.slips, corpus)
        for remark in self.known.remarks:
            print(remark)

    def _tell_apart(self, corpus: Corpus, similar: Similar) -> None:
        weights = Weights.shipped()
        with self.clock.step("mixed candidates"):
            groupings = mixed_candidates(corpus, lambda _: weights)
        with self.clock.step("split candidates"):
            found = Candidates(groupings, split_candidates(corpus, weights, similar))
        with self.clock.step("people at one half"):
            people = found.people(corpus, weights, _HALF)
        self.candidates["scholargraph"] = found
        self.ways |= {"exact_name": exact_names(corpus), "last_name_initial": initials(corpus)}
        self.ways |= {"collaborator_rule": collaborator_rule(corpus, similar), "scholargraph": people}

    def _cross_validate(self, papers: list[Paper], corpus: Corpus, similar: Similar) -> None:
        with self.clock.step(f"learning {self.given.folds} times"):
            fold_of = folds_of(corpus, self.known, self.given.folds)
            of_fold = Lessons.of(corpus, similar, self.known, papers).folds(fold_of)
        with self.clock.step("candidates, cross-validated"):
            found = cross_validated(corpus, similar, of_fold, fold_of)
        self.candidates["cross_validated"] = found
        # Where a record is divided, its parts are weighed again by evidence alone, of which the tables know no labels.
        self.ways["cross_validated"] = found.people(corpus, next(iter(of_fold.values())), _HALF)

    def _beside_peers(self, corpus: Corpus, papers: list[Paper]) -> Figures:
        found, lines = beside(self.given.peers, self.given.peer, papers, corpus, self.known, self.ways, self.clock)
        _show("Beside others", lines)
        return found

    def _people(self, corpus: Corpus) -> Figures:
        found: Figures = {}
        for name, gold in self.known.authorships.items():
            rows = {way: reckoned.clustering_figures(corpus, people, gold) for way, people in self.ways.items()}
            _show(f"{name}: {len(gold):,} authorships of {len(set(gold.values())):,} people", clustering_table(rows))
            for way, row in rows.items():
                found |= prefixed(f"{name}.{way}", row)
        return found

    def _pairs(self, corpus: Corpus, similar: Similar, pairs: Mapping[str, set[tuple[str, str]]]) -> Figures:
        blocking = {name: reckoned.blocking_figures(corpus, similar, wanted) for name, wanted in pairs.items()}
        _show("One person's names that meet", share_table("", blocking, ("meet", "similar_name", "last_name_initial")))
        curated = {
            way: reckoned.curated_figures(corpus, found, self.ways[way], pairs["curated"])
            for way, found in self.candidates.items()
        }
        _show("Curated names found", share_table("", curated, ("found_half", "found_precise", "found_in_people")))
        for way, row in curated.items():
            print(
                f"{way}: {row['candidates_half']:,.0f} candidates of at least .5; precise are {row['candidates_precise']:,.0f}",
                end="",
            )
            print(f" of at least {row['precise_from']:.3f}")
        found: Figures = {}
        for way, row in curated.items():
            found |= prefixed(f"curated.{way}", row)
        for name, row in blocking.items():
            found |= prefixed(f"blocking.{name}", row)
        return found

    def _rest(self, corpus: Corpus, papers: list[Paper], similar: Similar) -> Figures:
        found: Figures = {}
        for name, gold in self.known.authorships.items():
            # The Anthology's own ids stand just where a name is several people's: they say nothing of how many people have one.
            shown = share_of_people_shown(corpus, gold) if name.startswith("orcid") else None
            if shown:
                print(f"\n{name}: shown for {shown:.3f} of the people of rare names who would show one")
                found[f"calibration.{name}.people_shown"] = shown
            for way, candidates in self.candidates.items():
                tables = reckoned.calibration(corpus, candidates, gold, shown)
                _show(f"Cases, what was said and what was so: {name}, {way}", calibration_table(tables))
                found |= prefixed(f"calibration.{name}.{way}", reckoned.calibration_figures(tables))
        if self.given.sample:
            pair_scores = self.candidates["scholargraph"].pair_scores
            least = reckoned.precise_from(pair_scores)
            precise = [split for split in pair_scores if split.probability >= least]
            print(
                f"\n{write_sample(self.given.sample, corpus, papers, similar.names, precise)} candidates in {self.given.sample}"
            )
        _show("Time and memory", clock_table(self.clock.steps))
        for name, (seconds, peak) in self.clock.steps.items():
            found |= {f"seconds.{name}": seconds, f"peak_mib.{name}": peak}
        return found


def _show(title: str, lines: Iterable[str]) -> None:
    print(f"\n{title}\n", *lines, sep="\n")


if __name__ == "__main__":
    main()
