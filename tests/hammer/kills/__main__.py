"""`python -m tests.hammer.kills`: commands of which something is killed at random moments; a table of what was tried and what
broke.

`--moments N` says how many of each command and line, `--seed S` which, `--only WORK …` which commands, `--line` on which lines.
After each: the next command works without a person's help, nothing acknowledged is lost, and the same command again leaves the
graph that it leaves undisturbed.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from graph import server
from tests.hammer.kills.moments import VICTIMS, killed, undisturbed
from tests.hammer.kills.works import WORKS, Work, prepared


def main() -> int:
    """Try, print, and tell by the exit code whether anything broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.hammer.kills", description=__doc__)
    parser.add_argument("--moments", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    names = [work.name for work in WORKS]
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="WORK")
    parser.add_argument("--line", nargs="+", choices=server.LINES, default=list(server.LINES))
    given = parser.parse_args()
    print("| line | command | undisturbed, s | killed | before it was done | broken |\n|---|---|---|---|---|---|")
    broken = 0
    for line in given.line:
        for work in (work for work in WORKS if work.name in given.only):
            with tempfile.TemporaryDirectory(prefix="scholargraph-kills-") as folder:
                broken += _tried(work, line, Path(folder), given.moments, given.seed)
    return 1 if broken else 0


def _tried(work: Work, line: str, folder: Path, moments: int, seed: int) -> int:
    """Print one line of the table; how many moments broke a promise."""
    begun = prepared(work, folder / "begun", line)
    right = undisturbed(work, begun, folder / "now")
    chance = random.Random(f"{seed} {line} {work.name}")
    found = [killed(work, begun, folder / "now", chance, right) for _ in range(moments)]
    of_whom = Counter(one.victim for one in found)
    victims = ", ".join(f"{of_whom[victim]} × {victim}" for victim in VICTIMS if of_whom[victim])
    in_time, bad = sum(one.in_time for one in found), [one for one in found if one.broken]
    print(f"| {line} | {work.name} | {right.seconds:.1f} | {victims} | {in_time} | {len(bad)} |", flush=True)
    for one in bad:
        print(f"  {one.victim} after {one.after:.2f} s: {'; '.join(one.broken)}", file=sys.stderr, flush=True)
    return len(bad)


if __name__ == "__main__":
    sys.exit(main())
