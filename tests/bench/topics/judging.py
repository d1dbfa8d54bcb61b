"""Topics of papers drawn at random, as a table to be judged by hand, and what a judged one says."""

import csv
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import InputError
from tests.bench.topics.derived import Topics
from tests.bench.topics.texts import Paper

PAIRS, PAPERS = 300, 100
ANSWERS = ("yes", "no", "unclear")
COLUMNS = ("kind", "title", "abstract", "topics", "score", "right", "missing")
_OF_TOPIC, _OF_PAPER = "topic", "paper"
_BANDS = (0.3, 0.2, 0.0)


def write_sample(path: Path, papers: Sequence[Paper], topics: Topics, seed: int = 1) -> None:
    """Write 300 pairs of a paper and a topic, of which `right` is to say whether the paper is about it, and 100 papers with all
    their topics, of which `right` is to say whether they have all that the title names, else `missing` what they lack."""
    chance = random.Random(seed)
    pairs = [(place, uid) for place, own in enumerate(topics.about) for uid in sorted(own)]
    told = [place for place, paper in enumerate(papers) if paper.abstract]
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for place, uid in chance.sample(pairs, min(PAIRS, len(pairs))):
            paper = papers[place]
            table.writerow((_OF_TOPIC, paper.title, paper.abstract, topics.labels[uid], topics.about[place][uid], "", ""))
        for place in chance.sample(told, min(PAPERS, len(told))):
            paper, own = papers[place], topics.about[place]
            labels = "; ".join(topics.labels[uid] for uid in sorted(own, key=lambda uid: (-own[uid], uid)))
            table.writerow((_OF_PAPER, paper.title, paper.abstract, labels, "", "", ""))


def judgements(path: Path) -> dict[str, Counter[str]]:
    """How often the column `right` of a judged sample says yes, no and unclear, by what was judged: topics, these by score, and
    papers. Rows without a judgement do not count. Raises InputError for any other answer, and where a column is missing."""
    found: dict[str, Counter[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        if missing := {"kind", "score", "right"}.difference(table.fieldnames or ()):
            raise InputError(f"{path} has no column {', '.join(sorted(missing))}; give a table that --sample wrote")
        for row in table:
            answer = row["right"].strip().casefold()
            if answer and answer not in ANSWERS:
                raise InputError(f"{path}, line {table.line_num}: right is {row['right']!r}; say yes, no or unclear, or nothing")
            for what in _judged(row) if answer else ():
                found.setdefault(what, Counter())[answer] += 1
    return found


def share_right(counts: Counter[str]) -> float:
    """The share of yes among yes and no; 0 where there is neither."""
    return counts["yes"] / ((counts["yes"] + counts["no"]) or 1)


def _judged(row: dict[str, str]) -> Iterator[str]:
    if row["kind"] == _OF_PAPER:
        yield "papers that have all that the title names"
        return
    band = next(least for least in _BANDS if float(row["score"]) >= least)
    yield "topics"
    yield f"topics of {band:.1f} and more" if band == _BANDS[0] else f"topics from {band:.1f}"
