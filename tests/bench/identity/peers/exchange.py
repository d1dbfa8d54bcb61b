"""What peers are given, and what they give back: files, since none of them is imported here.

    authorships.parquet         slot, paper, position, record, name, given, family, coauthors, words, year, venues, topics, title
    records.parquet             record, name, given, family, papers, coauthors, words, first_year, last_year, venues, topics
    known_authorships.parquet   slot, person: for those that learn from known people
    known_records.parquet       record, person

`given` and `family` are words in plain spelling, as our own names are parsed; `words` are the informative ones of affiliations;
lists are null where nothing is known. A peer writes `slot`, or `record`, and a column of people for each of its thresholds, null
where it was not asked.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from graph.errors import InputError
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.union_find import UnionFind
from graph.names.parsing import parse
from graph.names.transliteration import plain
from tests.bench.identity.anthology import Paper

Row = dict[str, Any]
People = Mapping[str, Sequence[Hashable]]
"""For each threshold the person of every slot."""

_TEXTS = pa.list_(pa.string())
_PERSON = [("name", pa.string()), ("given", pa.string()), ("family", pa.string())]
_AUTHORSHIPS = pa.schema(
    [
        ("slot", pa.int64()), ("paper", pa.int64()), ("position", pa.int64()), ("record", pa.int64()), *_PERSON,
        ("coauthors", _TEXTS), ("words", _TEXTS), ("year", pa.int64()), ("venues", _TEXTS), ("topics", _TEXTS),
        ("title", pa.string()),
    ]
)  # fmt: skip
_RECORDS = pa.schema(
    [
        ("record", pa.int64()), *_PERSON, ("papers", pa.list_(pa.int64())), ("coauthors", _TEXTS), ("words", _TEXTS),
        ("first_year", pa.int64()), ("last_year", pa.int64()), ("venues", _TEXTS), ("topics", _TEXTS),
    ]
)  # fmt: skip
_AT_ONCE = 50_000


def write_input(folder: Path, papers: Sequence[Paper], corpus: Corpus) -> None:
    """Write what a peer may see: no ids of people, one record for each printed name, as the corpus has them."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "authorships.parquet", _AUTHORSHIPS, _authorships(papers, corpus))
    _write(folder / "records.parquet", _RECORDS, _records(papers, corpus))


def write_known(folder: Path, corpus: Corpus, gold: Mapping[int, str], entries: Iterable[tuple[str, ...]]) -> None:
    """Write who is known: of authorships by `gold`; of records those that hold authorships of one person, or that one entry of a
    curated list has. A record of several known people stands for none."""
    rows = [{"slot": slot, "person": person} for slot, person in sorted(gold.items())]
    _write(folder / "known_authorships.parquet", pa.schema([("slot", pa.int64()), ("person", pa.string())]), rows)
    found = _known_records(corpus, gold, entries)
    named = [{"record": record, "person": str(person)} for record, person in sorted(found.items())]
    _write(folder / "known_records.parquet", pa.schema([("record", pa.int64()), ("person", pa.string())]), named)


def read_people(path: Path, corpus: Corpus) -> People:
    """What a peer answered, for every slot. Raises InputError where it does not have each of them, or each record, once."""
    table = pq.read_table(path)
    by = "record" if "record" in table.column_names else "slot"
    whole = len(corpus.records) if by == "record" else len(corpus.paper_of)
    rows = table.column(by).to_pylist()
    if sorted(rows) != list(range(whole)):
        raise InputError(f"{path} has {len(rows):,} {by}s, of which {len(set(rows)):,} differ, where {whole:,} were given")
    found: dict[str, list[Hashable]] = {}
    for column in table.column_names:
        if column != by:
            people = dict(zip(rows, table.column(column).to_pylist(), strict=True))
            found[column] = [people[number] for number in (corpus.record_of if by == "record" else range(whole))]
    return found


def _write(path: Path, schema: pa.Schema, rows: Iterable[Row]) -> None:
    with pq.ParquetWriter(path, schema, compression="zstd") as file:
        batch: list[Row] = []
        for row in rows:
            batch.append(row)
            if len(batch) == _AT_ONCE:
                file.write_table(pa.Table.from_pylist(batch, schema))
                batch = []
        file.write_table(pa.Table.from_pylist(batch, schema))


def _authorships(papers: Sequence[Paper], corpus: Corpus) -> Iterator[Row]:
    on_paper: defaultdict[int, list[int]] = defaultdict(list)
    for slot, number in enumerate(corpus.paper_of):
        on_paper[number].append(slot)
    for slot, number in enumerate(corpus.paper_of):
        record, paper = corpus.record_of[slot], papers[number]
        keys = {corpus.records[corpus.record_of[other]].name_key for other in on_paper[number]}
        position, name = corpus.printed[slot]
        yield {
            "slot": slot, "paper": number, "position": position, "record": record, **_named(name),
            "coauthors": _listed(keys - {corpus.records[record].name_key}), "words": _listed(corpus.words_of.get(slot, ())),
            "year": paper.year, "venues": _listed(paper.venues), "topics": _listed(paper.topics), "title": paper.title,
        }  # fmt: skip


def _records(papers: Sequence[Paper], corpus: Corpus) -> Iterator[Row]:
    keys = corpus.name_keys()
    for record, slots in enumerate(corpus.slots_of):
        row = corpus.records[record]
        numbers = {corpus.paper_of[slot] for slot in slots}
        theirs = [papers[number] for number in numbers]
        years = [paper.year for paper in theirs if paper.year]
        names = {name for number in numbers for name in corpus.names_on[number]} - {corpus.name_of[record]}
        yield {
            "record": record, **_named(row.name), "papers": sorted(numbers), "coauthors": _listed(keys[name] for name in names),
            "words": _listed(word for slot in slots for word in corpus.words_of.get(slot, ())),
            "first_year": min(years, default=None), "last_year": max(years, default=None),
            "venues": _listed(venue for paper in theirs for venue in paper.venues),
            "topics": _listed(topic for paper in theirs for topic in paper.topics),
        }  # fmt: skip


def _named(name: str) -> Row:
    parsed = parse(name)
    given, family = (" ".join(filter(None, map(plain, words))) or None for words in (parsed.given, parsed.family))
    return {"name": name, "given": given, "family": family}


def _listed(texts: Iterable[str]) -> list[str] | None:
    return sorted(set(texts)) or None


def _known_records(corpus: Corpus, gold: Mapping[int, str], entries: Iterable[tuple[str, ...]]) -> dict[int, int]:
    persons: defaultdict[int, set[str]] = defaultdict(set)
    for slot, person in gold.items():
        persons[corpus.record_of[slot]].add(person)
    of_one = {record: min(found) for record, found in persons.items() if len(found) == 1}
    same: UnionFind[int] = UnionFind()
    first_of: dict[str, int] = {}
    for record, person in sorted(of_one.items()):
        same.join(first_of.setdefault(person, record), record)
    listed = set(of_one)
    for entry in entries:
        numbers = [corpus.number_of[uid] for uid in entry if len(persons[corpus.number_of[uid]]) <= 1]
        listed.update(numbers)
        for number in numbers[1:]:
            same.join(numbers[0], number)
    return {record: same.root(record) for record in listed}
