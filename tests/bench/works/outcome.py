"""What a grouping of claims into works came to, kept in a file and compared with another one."""

import csv
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import msgspec

from graph.load.claims import Claim
from graph.load.works import NearMiss, Work

Pair = tuple[str, str]
"""Two claims, by their keys, the smaller first."""

Near = tuple[str, str, float, list[str]]
"""Two works by uid, the score, the reasons."""

_TELLING = re.compile(r"(?<=^but )(?:(?:different )?[a-zA-Z ]+?)(?= ids?:|s?: | [\d\W]|$)")


class Outcome(msgspec.Struct, frozen=True):
    """The work (uid) of every claim, by its key, and the near misses: two uids, a score, reasons."""

    works: dict[str, str]
    near: list[Near]

    @classmethod
    def of(cls, works: Iterable[Work], near: Iterable[NearMiss]) -> "Outcome":
        """What `group_claims` gave."""
        found = {claim.id.key: work.uid for work in works for claim in work.claims}
        return cls(found, [(miss.a, miss.b, miss.score, list(miss.reasons)) for miss in near])

    @classmethod
    def read(cls, path: Path) -> "Outcome":
        """What `write` wrote."""
        return msgspec.json.decode(path.read_bytes(), type=cls)

    def write(self, path: Path) -> None:
        """Keep it for a comparison."""
        path.write_bytes(msgspec.json.encode(self))

    def pairs(self) -> set[Pair]:
        """All pairs of claims that are of one work."""
        together: defaultdict[str, list[str]] = defaultdict(list)
        for claim, work in self.works.items():
            together[work].append(claim)
        return {pair for claims in together.values() for pair in combinations(sorted(claims), 2)}

    def near_by_kind(self) -> Counter[str]:
        """How many near misses there are of each kind: everything that speaks against them, without the values."""
        return Counter("; ".join(sorted(_kinds(reasons))) or "nothing speaks against it" for _, _, _, reasons in self.near)


def _kinds(reasons: Iterable[str]) -> set[str]:
    kinds = (_TELLING.search(reason) for reason in reasons if reason.startswith("but ") and "works of this title" not in reason)
    return {kind.group().strip() for kind in kinds if kind}


def differences(before: Outcome, after: Outcome) -> tuple[list[Pair], list[Pair]]:
    """The pairs of claims, known to both, that were of one work and are no longer, and those that are now and were not."""
    both = before.works.keys() & after.works.keys()
    then, now = ({pair for pair in outcome.pairs() if both.issuperset(pair)} for outcome in (before, after))
    return sorted(then - now), sorted(now - then)


def one_a_work(pairs: Iterable[Pair], work_of: Mapping[str, str]) -> list[Pair]:
    """One pair for each work: a title that came back forty times is one thing to judge."""
    first: dict[str, Pair] = {}
    for pair in pairs:
        first.setdefault(work_of[pair[0]], pair)
    return sorted(first.values())


def write_sample(path: Path, kinds: Mapping[str, Sequence[Pair]], claims: Mapping[str, Claim], size: int, seed: int = 1) -> None:
    """So many pairs of each kind as a table to be judged by hand: what both claims say, side by side."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("kind", "claim", "title", "year", "authors", "venues", "place", "ids"))
        for kind, pairs in kinds.items():
            for pair in sorted(chance.sample(pairs, min(size, len(pairs)))):
                table.writerows((kind, *_shown(claims[claim])) for claim in pair)


def _shown(claim: Claim) -> Iterator[object]:
    record = claim.record
    yield claim.id.key
    yield record.title or (record.abstract or "")[:80]
    yield record.year
    yield "; ".join(author.name for author in claim.authors[:5])
    yield "; ".join(f"{publication.venue} ({publication.kind})" for publication in record.publications)
    yield "/".join(text or "" for text in (record.volume, record.issue, record.pages, record.article_number))
    yield " ".join(sorted(known.curie for known in claim.ids))


def tenths(near: Sequence[Near], comes_back: Callable[[list[str]], bool]) -> list[tuple[float, int]]:
    """For each tenth of the near misses, the likeliest first: the lowest score, and how many are of titles that come back."""
    ranked = sorted(near, key=lambda miss: (-miss[2], miss[0], miss[1]))
    cuts = [ranked[len(ranked) * i // 10 : len(ranked) * (i + 1) // 10] for i in range(10)]
    return [(part[-1][2], sum(comes_back(miss[3]) for miss in part)) for part in cuts if part]
