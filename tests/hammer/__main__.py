"""`make hammer`: damaged documents of every format, read under limits; a table of what was tried and what broke.

`--mutations N` says how many of each format, `--seed S` which, `--only FORMAT …` of which formats, `--number N` only that one of
each. What shows a fault is kept in the folder `--keep`, a file a fault. Where the environment names folders of real documents
(`SCHOLARGRAPH_SAMPLES`), they are damaged as well.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.hammer.blows import Blow
from tests.hammer.documents import NAMES
from tests.hammer.reading import Fault
from tests.hammer.workers import Tally, hammer

_SHOWN = 5


def main() -> int:
    """Try, print, and tell by the exit code whether anything broke."""
    parser = argparse.ArgumentParser(prog="make hammer", description=__doc__)
    parser.add_argument("--mutations", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, metavar="FORMAT")
    parser.add_argument("--number", type=int)
    parser.add_argument("--keep", type=Path, default=Path("artifacts/hammer"))
    given = parser.parse_args()
    numbers = range(given.mutations) if given.number is None else [given.number]
    print("| format | tried | read | some rejected | refused | faults | slowest, s |\n|---|---|---|---|---|---|---|")
    total = Tally()
    for name in given.only:
        tally = hammer(name, given.seed, numbers)
        print(row(name, tally), flush=True)
        _tell(tally.faults, given.keep)
        total.became += tally.became
        total.faults += tally.faults
        total.slowest = max(total.slowest, tally.slowest)
    print(row("all", total))
    return 1 if total.faults else 0


def row(name: str, tally: Tally) -> str:
    """The line of the table."""
    became = tally.became
    return (
        f"| {name} | {tally.tried:,} | {became['read']:,} | {became['rejected some']:,} | {became['refused']:,} "
        f"| {len(tally.faults):,} | {tally.slowest:.2f} |"
    )


def _tell(faults: Sequence[tuple[Blow, Fault]], keep: Path) -> None:
    """The first of each kind of fault, with what shows it kept in a file."""
    kinds: dict[tuple[str, str], list[Blow]] = {}
    for struck, fault in faults:
        kinds.setdefault((fault.promise, fault.where), []).append(struck)
    for (promise, where), blows in kinds.items():
        print(f"  {where}: {promise} ({len(blows)} times)", file=sys.stderr)
        for struck in blows[:_SHOWN]:
            keep.mkdir(parents=True, exist_ok=True)
            kept = keep / f"{struck.format}-{struck.seed}-{struck.number}"
            kept.write_bytes(struck.data)
            print(f"    {struck.name}  ({' + '.join(struck.damages)}; kept as {kept})", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
