"""A sample of candidates with their evidence as CSV, for somebody to judge: precision cannot be computed from curated names,
because two names that no entry holds together may well be one person's."""

import csv
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.pairs import PairScore, SimilarName
from tests.bench.identity.anthology import Paper

SIZE = 100
_SHOWN = 5
_SEED = 20


def write_sample(
    path: Path, corpus: Corpus, papers: Sequence[Paper], similar: Iterable[SimilarName], pair_scores: Iterable[PairScore]
) -> int:
    """Write up to `SIZE` of these candidates, the same every time, with an empty column `right`; how many were written."""
    kinds = {(pair.a, pair.b): pair for pair in similar}
    everything = list(pair_scores)
    chosen = random.Random(_SEED).sample(everything, min(SIZE, len(everything)))
    rows = [_row(corpus, papers, kinds, split) for split in sorted(chosen, key=lambda split: -split.logit)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]) if rows else ["right"])
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


def _row(
    corpus: Corpus, papers: Sequence[Paper], kinds: dict[tuple[str, str], SimilarName], split: PairScore
) -> dict[str, str | float]:
    records = (split.a, split.b)
    pair = kinds[corpus.records[split.a].uid, corpus.records[split.b].uid]
    row: dict[str, str | float] = {
        "right": "",
        "probability": round(split.probability, 4),
        "kind": pair.kind,
        "score": pair.score,
    }
    sides = [[papers[corpus.paper_of[slot]] for slot in corpus.slots_of[record]] for record in records]
    for side, record, theirs in zip("ab", records, sides, strict=True):
        years = [paper.year for paper in theirs if paper.year]
        row[f"name_{side}"] = corpus.records[record].name
        row[f"papers_{side}"] = len(theirs)
        row[f"years_{side}"] = f"{min(years)}–{max(years)}" if years else ""
    row["shared_collaborators"] = _shared([{writer.name for paper in theirs for writer in paper.writers} for theirs in sides])
    row["shared_venues"] = _shared([{venue for paper in theirs for venue in paper.venues} for theirs in sides])
    row["shared_topics"] = _shared([{topic for paper in theirs for topic in paper.topics} for theirs in sides])
    row["shared_affiliation_words"] = _shared(
        [{word for slot in corpus.slots_of[record] for word in corpus.words_of.get(slot, ())} for record in records]
    )
    for side, theirs in zip("ab", sides, strict=True):
        row[f"titles_{side}"] = " | ".join(f"{paper.title} ({paper.id})" for paper in theirs[:_SHOWN])
    return row


def _shared(sides: Sequence[set[str]]) -> str:
    return "; ".join(sorted(sides[0] & sides[1])[:_SHOWN])
