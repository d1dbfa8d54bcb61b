"""Which works join: `python -m tests.bench.works [--acl DIR|TAR] [PLACE …] [--hide SCHEME] [--write FILE] [--against FILE]`.

Prints counts, and as its last line one JSON object with all figures. The README beside the benchmarks says what they mean.
"""

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

from graph.errors import InputError
from graph.load.claims import Claim
from graph.load.corrections import corrections
from graph.load.works import group_claims
from tests.bench.works.claims import claims_of
from tests.bench.works.outcome import Outcome, differences, one_a_work, tenths, write_sample

Figures = dict[str, float]


def main() -> None:
    """Measure and print."""
    given = _arguments()
    try:
        claims = list(claims_of(given.acl, given.places, given.hide))
    except InputError as error:
        sys.exit(str(error))
    started = time.process_time()
    works, near = group_claims(claims)
    seconds = time.process_time() - started
    outcome = Outcome.of(works, near)
    found: Figures = {
        "claims": len(claims),
        "works": len(works),
        "works_of_several_claims": sum(len(work.claims) > 1 for work in works),
        "retracted": sum(any(claim.is_retracted for claim in work.claims) for work in works),
        "notices": sum(any(claim.notice for claim in work.claims) for work in works),
        "corrections": len(corrections(works)),
        "near_misses": len(near),
        "pairs": len(outcome.pairs()),
        "seconds": round(seconds, 1),
    }
    _print_near(outcome)
    if given.write:
        outcome.write(given.write)
    if given.against:
        found |= _compare(
            Outcome.read(given.against), outcome, {claim.id.key: claim for claim in claims}, given.sample, given.size
        )
    for name, figure in found.items():
        print(f"{figure:>12,}  {name}")
    print(json.dumps(found))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.works", description=__doc__)
    parser.add_argument("places", type=Path, nargs="*", help="documents and folders of documents, in any format")
    parser.add_argument("--acl", type=Path, help="the folder of the ACL Anthology's XML files, or the tar archive of it")
    parser.add_argument("--hide", metavar="SCHEME", help="leave out identifiers of this scheme (acl), to see what joins without")
    parser.add_argument("--write", type=Path, help="keep the outcome in this file")
    parser.add_argument("--against", type=Path, help="compare with the outcome in this file")
    parser.add_argument("--sample", type=Path, help="write what parts and joins against it to this CSV file, to be judged")
    parser.add_argument("--size", type=int, default=100, help="at most so many of each kind")
    given = parser.parse_args()
    if not given.acl and not given.places:
        parser.error("nothing to measure: give --acl (https://github.com/acl-org/acl-anthology has the data), documents, or both")
    return given


def _print_near(outcome: Outcome) -> None:
    print("\nnear misses, by what speaks against them")
    for kind, count in outcome.near_by_kind().most_common(20):
        print(f"{count:>8,}  {kind}")
    print("\nnear misses in tenths, the likeliest first: lowest score, how many are of titles that come back")
    for lowest, recurring in tenths(outcome.near, lambda reasons: any("works of this title" in reason for reason in reasons)):
        print(f"{lowest:>8.3f}  {recurring:,}")


def _compare(before: Outcome, after: Outcome, claims: dict[str, Claim], sample: Path | None, size: int) -> Figures:
    parted, joined = differences(before, after)
    to_judge = {"parted": one_a_work(parted, before.works), "joined": one_a_work(joined, after.works)}
    if sample:
        write_sample(sample, to_judge, claims, size)
    titles = Counter(claims[pair[0]].title for pair in to_judge["parted"])
    print(f"\nparted titles, the commonest: {titles.most_common(12)}")
    return {
        "pairs_before": len(before.pairs()),
        "pairs_parted": len(parted),
        "pairs_joined": len(joined),
        "works_parted": len(to_judge["parted"]),
        "works_joined": len(to_judge["joined"]),
    }


if __name__ == "__main__":
    main()
