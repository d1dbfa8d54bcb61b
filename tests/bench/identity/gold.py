"""What is known about who wrote what: from the XML itself, from lists of authorships, and from curated lists of names."""

import csv
import io
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from pathlib import Path
from zlib import crc32

from graph.errors import InputError
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.union_find import UnionFind
from loaders import Source
from loaders.acl import people as acl_people
from loaders.records import Person
from tests.bench.identity.anthology import Paper, record_uid
from tests.bench.identity.metrics import slug

_COLUMNS = {"paper", "position", "person"}
_SLIP_COLUMNS = {"orcid", "name", "action"}


@dataclass
class Known:
    """What is known: `authorships` are lists of who wrote which slot, by the name of the list; `entries` the records whose names
    one entry of a curated list has."""

    authorships: dict[str, dict[int, str]] = field(default_factory=dict)
    entries: list[tuple[str, ...]] = field(default_factory=list)
    catch_alls: set[str] = field(default_factory=set)
    """Ids of the Anthology that stand for whoever bears a name."""
    remarks: list[str] = field(default_factory=list)

    def curated(self) -> set[tuple[str, str]]:
        """The pairs of records, the smaller uid first, whose names one entry has."""
        return {pair for entry in self.entries for pair in combinations(sorted(entry), 2)}


def orcids_of(papers: Iterable[Paper]) -> dict[int, str]:
    """The ORCIDs that the XML gives, by slot: slots are numbered in the order of the papers and their writers."""
    writers = (writer for paper in papers for writer in paper.writers)
    return {slot: writer.orcid for slot, writer in enumerate(writers) if writer.orcid}


def ids_of(papers: Iterable[Paper], catch_alls: Collection[str]) -> dict[int, str]:
    """The Anthology's own ids of people, set by hand where a name is several people's, by slot.

    Left out are those that stand for anybody: the ones that a curated list says so of, and the ones that are the very name.
    """
    writers = (writer for paper in papers for writer in paper.writers)
    return {
        slot: writer.id
        for slot, writer in enumerate(writers)
        if writer.id and writer.id not in catch_alls and writer.id != slug(writer.name)
    }


def people_of(*lists: Mapping[int, str]) -> dict[int, str]:
    """Several lists of who wrote what as one: two ids that one slot has are one person's, named by the smallest of them."""
    same: UnionFind[str] = UnionFind()
    for one, other in combinations(lists, 2):
        for slot in one.keys() & other.keys():
            same.join(one[slot], other[slot])
    return {slot: same.root(person) for people in lists for slot, person in people.items()}


def add_gold(known: Known, path: Path, corpus: Corpus) -> None:
    """Add what a file says, recognised by its content: curated names in YAML, or a table with paper, position and person.

    Raises InputError where it is neither.
    """
    source = Source.at(path)
    try:
        head = source.head()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}; check the path") from None
    if acl_people.recognise(head):
        _add_curated(known, source, corpus)
    elif len(_COLUMNS & set(_rows(head).fieldnames or ())) == len(_COLUMNS):
        known.authorships[path.stem] = _authorships(known, source, corpus)
    else:
        columns = ", ".join(sorted(_COLUMNS))
        raise InputError(
            f"{path} is neither a list of curated names nor a table of authorships; give name_variants.yaml or people.yaml, "
            f"or a table with the columns {columns}"
        )


def without_slips(gold: Mapping[int, str], path: Path, corpus: Corpus) -> dict[int, str]:
    """The authorships without those whose ORCID a list of slips (columns orcid, name, action) says to drop."""
    rows = _rows(Source.at(path).text())
    if missing := _SLIP_COLUMNS - set(rows.fieldnames or ()):
        raise InputError(f"{path} lacks the columns {', '.join(sorted(missing))}; give a table of slips with them")
    slips = {(row["orcid"], row["name"]) for row in rows if row["action"] == "drop"}
    return {slot: person for slot, person in gold.items() if (person, slug(corpus.printed[slot][1])) not in slips}


def _rows(text: str) -> "csv.DictReader[str]":
    first = text.partition("\n")[0]
    return csv.DictReader(io.StringIO(text), delimiter="\t" if "\t" in first else ",")


def _add_curated(known: Known, source: Source, corpus: Corpus) -> None:
    """Entries that stand for whoever bears a name are left out; so are names that no paper prints."""
    for item in acl_people.read(source):
        if isinstance(item, Person):
            records = {uid for name in item.curated_names if (uid := record_uid(name)) in corpus.number_of}
            if len(records) > 1:
                known.entries.append(tuple(sorted(records)))
            if item.shared_names:
                known.catch_alls.update(held.value for held in item.ids if held.scheme == "acl")


def _authorships(known: Known, source: Source, corpus: Corpus) -> dict[int, str]:
    """Positions count from 1; from 0 where one of them is 0."""
    try:
        rows = [(row["paper"], int(row["position"]), row["person"]) for row in _rows(source.text()) if row["person"]]
    except (TypeError, ValueError) as error:
        raise InputError(f"{source.location} has a row without a position: {error}; give whole numbers") from None
    first = 0 if any(position == 0 for _, position, _ in rows) else 1
    slots = {
        (corpus.papers[paper][0], corpus.printed[slot][0]): slot for slot, paper in enumerate(corpus.paper_of)
    }  # the Anthology's ids and positions, counted from 1
    found = {slots[at]: person for paper, position, person in rows if (at := (paper, position - first + 1)) in slots}
    known.remarks.append(
        f"{source.location}: {len(found):,} of {len(rows):,} rows are authorships of these papers, counted from {first}"
    )
    return found


def folds_of(corpus: Corpus, known: Known, folds: int) -> dict[str, int]:
    """The fold of every record: records that one person's authorships or one curated entry tie are in one fold."""
    tied: UnionFind[str] = UnionFind()
    of_person: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for name, gold in known.authorships.items():
        for slot, person in gold.items():
            of_person[name, person].add(corpus.records[corpus.record_of[slot]].uid)
    for records in (*of_person.values(), *known.entries):
        for one, other in pairwise(records):
            tied.join(one, other)
    return {row.uid: _fold(tied.root(row.uid), folds) for row in corpus.records}


def _fold(uid: str, folds: int) -> int:
    return crc32(uid.encode()) % folds
