"""`python -m tests.hammer.soak`: an hour of mixed work on one graph, and what memory, temporary files and logs do meanwhile.

`--graph FOLDER` is a large graph of one's own, such as the ACL Anthology's: documents are loaded into it and taken out again, and
decisions taken back, so that it is afterwards what it was but for its log. Without it a graph of `--records` made-up records is
filled first. `--minutes M` how long, `--every S` how often it is looked at, `--seed S`.
"""

import argparse
import csv
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

from graph import ScholarGraph, server
from loaders.records import Record
from tests.bench.corpus import items
from tests.hammer.crowd.crowd import written
from tests.hammer.soak.looks import MIB, Look, grown
from tests.hammer.soak.work import Soaked, soak

RECORDS_LOADED = 400


def main() -> int:
    """Work, print, and tell by the exit code whether anything broke or grew."""
    parser = argparse.ArgumentParser(prog="python -m tests.hammer.soak", description=__doc__)
    parser.add_argument("--graph", type=Path)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--every", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="scholargraph-soak-") as place:
        temporary = Path(place, "temporary")
        temporary.mkdir()
        folder = given.graph or _filled(Path(place, "graph"), given.records)
        # What this process and its children write for a moment goes where it is counted.
        os.environ["TMPDIR"] = tempfile.tempdir = str(temporary)
        documents = [path for path in written(Path(place), RECORDS_LOADED) if path.suffix == ".bib"]
        print(
            "| minute | this process, MiB | pages | server | logs | database | temporary files |\n|---|---|---|---|---|---|---|"
        )
        found = soak(folder, documents, temporary, 60 * given.minutes, given.every, given.seed, _tell)
        tempfile.tempdir = None
        if not given.graph:
            server.stop(folder, force=True)
    return _summed_up(found)


def _filled(folder: Path, records: int) -> Path:
    corpus = folder.parent / "made_up.csv"
    with corpus.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("title", "authors", "year", "venue", "abstract"))
        for one in items(records):
            if isinstance(one, Record):
                people = "; ".join(author.name for author in one.authors)
                table.writerow((one.title, people, one.year, one.publications[0].venue, one.abstract))
    with ScholarGraph.open(folder) as graph:
        graph.load(corpus)
    return folder


def _tell(one: Look) -> None:
    held = " | ".join(f"{size / MIB:,.0f}" for size in one.held.values())
    print(f"| {one.seconds / 60:.0f} | {held} | {one.temporary} |", flush=True)


def _summed_up(found: Soaked) -> int:
    for role, done in found.done.items():
        print(f"{done.times:,} {role}, the longest {max(done.seconds, default=0):.1f} s")
    wrong = [f"{times} × {one}" for one, times in Counter(found.broken).most_common()]
    wrong += grown(found.looks) + [f"{one} was left in the temporary folder" for one in found.left]
    for one in wrong:
        print(f"  {one}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
