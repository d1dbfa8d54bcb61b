"""How good derived topics are: `python -m tests.bench.topics [--acl DIR|TAR] [--documents PLACE …] [--judged CSV] …`.

Prints tables, and as its last line one JSON object with all figures. The README beside the benchmarks says what they mean.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import InputError
from tests.bench.topics import measures
from tests.bench.topics.derived import texts_read, topics_of_graph
from tests.bench.topics.judging import ANSWERS, judgements, share_right, write_sample
from tests.bench.topics.methods import peer_environment
from tests.bench.topics.tables import figures_table, labels_list
from tests.bench.topics.texts import Paper, papers_of_documents

LABELS = 100

Found = Iterator[tuple[str, measures.Rows]]


def main() -> None:
    """Measure and print."""
    given, figures = _arguments(), dict[str, measures.Rows]()
    try:
        for name, rows in _measured(given):
            figures[name] = rows
            print("\n" + "\n".join(figures_table(name, rows)), flush=True)
    except InputError as error:
        sys.exit(str(error))
    print(json.dumps({name: _rounded(rows) for name, rows in figures.items()}))


def _measured(given: argparse.Namespace) -> Found:
    if given.judged:
        found = sorted(judgements(given.judged).items())
        yield "judged", {what: {**{one: counts[one] for one in ANSWERS}, "right": share_right(counts)} for what, counts in found}
    if not given.acl and not given.documents:
        return
    python, others = peer_environment(given.peers)
    timed: Sequence[Paper] = ()
    if given.acl:
        kept = measures.anthology(given.acl, given.cache)
        timed = kept.papers
        yield from _of_anthology(given, kept, python, others)
    if given.documents:
        documents = papers_of_documents(given.documents)
        timed = timed or [paper for papers in documents.values() for paper in papers]
        for place, topics in measures.samples(documents).items():
            _print_labels(f"{place}, {len(topics.labels):,} topics", topics.commonest(LABELS))
        by_document, of_all = measures.keywords(documents, python, others)
        yield "keywords", by_document
        yield "keywords found", of_all
    yield "time", measures.times(timed, python, others)


def _of_anthology(given: argparse.Namespace, kept: measures.Kept, python: Path | None, others: Sequence[str]) -> Found:
    texts = texts_read(kept.papers)
    topics = topics_of_graph(texts)
    _print_labels(f"the ACL Anthology, {len(topics.labels):,} topics", topics.commonest(LABELS))
    if given.sample:
        write_sample(given.sample, kept.papers, topics)
    measures.others_on(kept, python, others, given.cache)
    theirs = {method: kept.phrases[method] for method in others}
    yield "coverage", measures.coverages(kept.papers, topics, texts, theirs)


def _print_labels(title: str, labels: Sequence[tuple[str, int]]) -> None:
    print("\n" + "\n".join(labels_list(title, labels)), flush=True)


def _rounded(rows: measures.Rows) -> measures.Rows:
    return {name: {what: round(figure, 4) for what, figure in row.items()} for name, row in rows.items()}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.topics", description=__doc__)
    parser.add_argument("--acl", type=Path, help="the folder of the ACL Anthology's XML files, or the tar archive of it")
    parser.add_argument("--documents", type=Path, nargs="+", default=[], help="documents and folders of them, in any format")
    parser.add_argument("--sample", type=Path, help="write topics of the Anthology's papers to this CSV file, to be judged")
    parser.add_argument("--judged", type=Path, help="count the judgements of such a file")
    parser.add_argument("--cache", type=Path, help="keep the Anthology and what other methods find there in this file")
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="leave out what needs an environment of its own")
    given = parser.parse_args()
    if not given.acl and not given.documents and not given.judged:
        parser.error(
            "nothing to measure: give --acl (https://github.com/acl-org/acl-anthology has the data), --documents, or --judged"
        )
    return given


if __name__ == "__main__":
    main()
