"""`python -m tests.hammer.crowd`: two loaders of overlapping documents, two reviewers, comparisons of names and many readers on
one graph at once; a table of what they did, and what broke.

`--minutes M` how long, `--readers N` how many, `--records R` how many the bibliography has, `--seed S`, `--line` on which lines.
No error but the user's own reaches anybody, no decision is lost, and the graph is afterwards what one person makes of the same
documents and decisions.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from graph import server
from tests.hammer.crowd.crowd import Crowd, gather


def main() -> int:
    """Try, print, and tell by the exit code whether anything broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.hammer.crowd", description=__doc__)
    parser.add_argument("--minutes", type=float, default=2)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--records", type=int, default=1600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--line", nargs="+", choices=server.LINES, default=list(server.LINES))
    given = parser.parse_args()
    print("| line | who | did | refused | 99 of 100 took less than, s |\n|---|---|---|---|---|")
    broken = 0
    for line in given.line:
        with tempfile.TemporaryDirectory(prefix="scholargraph-crowd-") as folder:
            found = gather(Path(folder), line, 60 * given.minutes, given.readers, given.records, given.seed)
        _print(line, given.readers, found)
        broken += len(found.broken)
    return 1 if broken else 0


def _print(line: str, readers: int, found: Crowd) -> None:
    for role, done in found.done.items():
        print(f"| {line} | {role} | {done.times} | {done.refused} | {_p99(sorted(done.seconds)):.2f} |")
    for role, seconds in ((f"{readers} readers alone", found.alone), (f"{readers} readers in the crowd", found.crowded)):
        print(f"| {line} | {role} | {len(seconds)} | 0 | {_p99(seconds):.2f} |", flush=True)
    for one, times in Counter(found.broken).most_common():
        print(f"  {times} × {one}", file=sys.stderr, flush=True)


def _p99(seconds: Sequence[float]) -> float:
    return seconds[int(len(seconds) * 0.99)] if seconds else 0.0


if __name__ == "__main__":
    sys.exit(main())
