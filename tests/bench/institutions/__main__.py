"""Addresses taken apart, against `gold.tsv`: `python -m tests.bench.institutions [--wrong HALF]`.

Prints a table and, as its last line, one JSON object with all figures. The README beside the benchmarks says what they mean.
"""

import argparse
import csv
import json
import time
from collections import Counter
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

import msgspec

from graph.institutions.addresses import Address, addresses_in

GOLD = Path(__file__).with_name("gold.tsv")
HALVES = ("develop", "held out", "drawn later")
PARTS = ("organisation", "unit", "city", "country")
TIMED = 10_000


class Judged(msgspec.Struct, frozen=True, gc=False):
    """A text of the gold standard with what stands in it; `inferred` are countries that no country's or region's name tells."""

    half: str
    text: str
    addresses: tuple[Address, ...]
    inferred: frozenset[str]


def main() -> None:
    """Measure and print."""
    given = _arguments()
    judged = read_gold()
    figures: dict[str, float] = {}
    print("| half | part | precision | recall |\n|---|---|---|---|")
    for half in HALVES:
        own = [one for one in judged if one.half == half]
        for part in PARTS:
            precision, recall = shares(own, part)
            print(f"| {half} | {part} | {precision:.3f} | {recall:.3f} |")
            figures[f"{half}, {part}, precision"], figures[f"{half}, {part}, recall"] = precision, recall
        figures[f"{half}, country where printed, recall"] = shares([one for one in own if not one.inferred], "country")[1]
        figures[f"{half}, exact"] = sum(not wrong_parts(one) for one in own) / len(own)
    for half in HALVES:
        print(f"{half}: exact {figures[f'{half}, exact']:.3f}")
    figures["seconds for 10,000"] = round(seconds([one.text for one in judged]), 2)
    for one in judged:
        if one.half == given.wrong and (wrong := wrong_parts(one)):
            print(f"{one.text}\n    {', '.join(wrong)}\n    right {one.addresses}\n    found {addresses_in(one.text)}")
    print(json.dumps({name: round(figure, 3) for name, figure in figures.items()}))


def read_gold() -> list[Judged]:
    """The texts of the gold standard."""
    with GOLD.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    texts: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in rows:
        texts.setdefault((row["half"], row["text"]), []).append(row)
    return [
        Judged(
            half,
            text,
            tuple(Address(**{part: row[part].strip("()" if part == "country" else "") or None for part in PARTS}) for row in own),
            frozenset(row["country"].strip("()") for row in own if row["country"].startswith("(")),
        )
        for (half, text), own in texts.items()
    ]


def values(addresses: Sequence[Address], part: str) -> Counter[str]:
    """The values of one part, in capitals, without punctuation at the edges."""
    found = (getattr(address, part) for address in addresses)
    return Counter(" ".join(value.casefold().split()).strip(" .,") for value in found if value)


def shares(judged: Sequence[Judged], part: str) -> tuple[float, float]:
    """Which share of the values found is right, and which share of the right values is found; 1 where there are none."""
    right = found = expected = 0
    for one in judged:
        own, told = values(one.addresses, part), values(addresses_in(one.text), part)
        right, found, expected = right + (own & told).total(), found + told.total(), expected + own.total()
    return right / found if found else 1.0, right / expected if expected else 1.0


def wrong_parts(one: Judged) -> list[str]:
    """The parts that are not found as they are."""
    told = addresses_in(one.text)
    return [part for part in PARTS if values(one.addresses, part) != values(told, part)]


def seconds(texts: Sequence[str]) -> float:
    """The processor's seconds for 10,000 addresses, these again and again with a number behind, so that nothing is remembered."""
    many = [f"{text}, {number}" for number, text in enumerate(islice(cycle(texts), TIMED))]
    started = time.process_time()
    for text in many:
        addresses_in(text)
    return time.process_time() - started


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.institutions", description=__doc__)
    parser.add_argument("--wrong", choices=HALVES, help="show what is wrong in this half")
    return parser.parse_args()


if __name__ == "__main__":
    main()
