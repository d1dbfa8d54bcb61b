"""Who wrote what, as S2AND's production model tells it. Runs in an environment of its own, on the files of `peers.exchange`.

    python s2and_people.py plain|counts|tenth INPUT OUTPUT

S2AND groups within blocks (family name and first initial) and never joins two of them, so only those blocks are grouped in which
known people could be told apart or joined: the others decide nothing of what is scored, and everybody there stays alone. The
model comes with the package. What it takes as well and does not come with it is missing here: SPECTER2's embeddings of titles and
abstracts and the language of a title (unknown, as the model allows), and how often names occur in all of Semantic Scholar:
unknown (`plain`), or counted in the input (`counts`). `tenth` is `plain` on a tenth of these blocks, since all take long: of the
authorships elsewhere nothing is said (null).

OUTPUT is a Parquet file with a column `slot`, and for each threshold a column of people; beside it lies OUTPUT.json with the
seconds of each step and how many authorships and pairs there were.
"""

import json
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

os.environ["S2AND_SKIP_FASTTEXT"] = "1"  # it would be fetched

import pyarrow as pa
import pyarrow.parquet as pq
from s2and.data import ANDData
from s2and.production_model import load_production_model

THRESHOLDS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9)
"""Largest distance of what is joined; 0.65 is the model's own."""
JOBS = 2
AT_ONCE = 30


def main() -> None:
    """Read, compare, join, write."""
    way, folder, output = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    clock = Clock()
    rows = pq.read_table(folder / "authorships.parquet").to_pylist()
    blocks = blocks_of(rows, folder)
    if way == "tenth":
        blocks = {block: slots for block, slots in blocks.items() if crc32(block.encode()) % 10 == 0}
    counts = name_counts(rows) if way == "counts" else False
    clusterer = load_production_model()
    clusterer.n_jobs = JOBS
    clock.step("reading")
    people = {threshold: {} for threshold in THRESHOLDS}
    for some in portions(blocks):
        dataset = dataset_of(rows, some, counts)
        distances = clusterer.make_distance_matrices(some, dataset)
        clock.step("comparing")
        for threshold, person in people.items():
            joining = {"eps": threshold, "linkage": "average"}
            found, _ = clusterer.predict(some, dataset, dists=distances, cluster_model_params=joining)
            person.update((int(slot), cluster) for cluster, slots in found.items() for slot in slots)
            clock.step(str(threshold))
    slots = [row["slot"] for row in rows]
    columns = {
        str(threshold): [person.get(slot, None if way == "tenth" else str(slot)) for slot in slots]
        for threshold, person in people.items()
    }
    pq.write_table(pa.table({"slot": slots, **columns}), output)
    sizes = [len(found) for found in blocks.values()]
    told = {"seconds": clock.seconds, "authorships": sum(sizes), "pairs": sum(size * (size - 1) // 2 for size in sizes)}
    output.with_suffix(".json").write_text(json.dumps(told), encoding="utf-8")


class Clock:
    """Seconds of the processors for each step."""

    def __init__(self) -> None:
        self.seconds: Counter = Counter()
        self._last = 0.0

    def step(self, name: str) -> None:
        now = time.process_time()
        self.seconds[name] += now - self._last
        self._last = now


def blocks_of(rows: list, folder: Path) -> dict:
    """The blocks that have two authorships of known people, or two records of one known person."""
    slots = set(pq.read_table(folder / "known_authorships.parquet").column("slot").to_pylist())
    person_of = {row["record"]: row["person"] for row in pq.read_table(folder / "known_records.parquet").to_pylist()}
    blocks, known, records = defaultdict(list), Counter(), defaultdict(set)
    for row in rows:
        block = block_of(row)
        blocks[block].append(str(row["slot"]))
        known[block] += row["slot"] in slots
        if row["record"] in person_of:
            records[block, person_of[row["record"]]].add(row["record"])
    wanted = {block for block, count in known.items() if count > 1}
    wanted |= {block for (block, _), found in records.items() if len(found) > 1}
    return {block: blocks[block] for block in sorted(wanted)}


def portions(blocks: dict) -> Iterator[dict]:
    """The blocks, some at a time: with each of them the package looks at the whole of what it was given."""
    left = list(blocks)
    while left:
        some, left = left[:AT_ONCE], left[AT_ONCE:]
        yield {block: blocks[block] for block in some}


def block_of(row: dict) -> str:
    return f"{(row['given'] or '')[:1]} {row['family'] or row['name'].lower()}"


def dataset_of(rows: list, blocks: dict, counts: dict | bool) -> ANDData:
    wanted = {slot for slots in blocks.values() for slot in slots}
    papers_wanted = {row["paper"] for row in rows if str(row["slot"]) in wanted}
    papers: dict = {}
    signatures = {}
    for row in rows:
        if row["paper"] not in papers_wanted:
            continue
        paper = papers.setdefault(str(row["paper"]), paper_of(row))
        paper["authors"].append({"position": row["position"] - 1, "author_name": row["name"]})
        if str(row["slot"]) in wanted:
            signatures[str(row["slot"])] = signature_of(row)
    return ANDData(
        signatures, papers, "peer", mode="inference", load_name_counts=counts, n_jobs=JOBS, specter_embeddings=None,
        name_counts_last_first_initial_semantics="initial_char",
    )  # fmt: skip


def paper_of(row: dict) -> dict:
    venue = " ".join(row["venues"] or ())
    return {
        "paper_id": row["paper"], "title": row["title"], "abstract": "", "year": row["year"], "venue": venue, "journal_name": "",
        "authors": [], "references": None,
    }  # fmt: skip


def signature_of(row: dict) -> dict:
    first, _, middle = (row["given"] or "").partition(" ")
    person = {
        "position": row["position"] - 1, "block": block_of(row), "first": first, "middle": middle or None, "last": row["family"],
        "suffix": None, "email": None, "affiliations": [" ".join(row["words"])] if row["words"] else [],
    }  # fmt: skip
    return {"signature_id": str(row["slot"]), "paper_id": row["paper"], "author_info": person}


def name_counts(rows: list) -> dict:
    counts: dict = {name: Counter() for name in ("first_dict", "last_dict", "first_last_dict", "last_first_initial_dict")}
    for row in rows:
        first, last = (row["given"] or "").partition(" ")[0], (row["family"] or "").replace(" ", "")
        for name, key in zip(counts, (first, last, f"{first} {last}", f"{last} {first[:1]}"), strict=True):
            counts[name][key] += 1
    return {name: dict(found) for name, found in counts.items()}


if __name__ == "__main__":
    main()
