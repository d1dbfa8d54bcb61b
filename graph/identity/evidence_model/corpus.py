"""What identity evidence is drawn from, held as numbers: who wrote what with whom, where, on what, and when."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from graph.names.frequency import expected_namesakes

MOST_AUTHORS = 50
"""Papers of more authors than these propose nobody and tie nobody to anybody; as collaborators so many of their authors stand for
all, the first by the alphabet, which are the same people on every list of one large collaboration. That is a matter of each paper
alone, so nothing depends on what was loaded first."""


class RecordRow(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """An author record: its names' keys, the person it is part of, its ORCID, and whether it has an identifier of any scheme."""

    uid: str
    name: str
    name_key: str
    family_key: str
    given_key: str
    person: str
    orcid: str | None = None
    identified: bool = False


class SlotRow(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """An authorship: the record that holds it, its place, its printed name, the informative words of its affiliations, whether
    somebody decided that it is rightly the record's, and what finds it in the graph again."""

    record: str
    position: int | None
    name: str | None
    words: Sequence[str] | None = None
    kept: bool = False
    element: str | None = None


class PaperRow(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A paper with its authorships by people, venues other than preprint servers, topics, its title, and the name of a venue."""

    uid: str
    ids: Sequence[str]
    year: int | None
    slots: Sequence[SlotRow]
    venues: Sequence[str] = ()
    topics: Sequence[str] = ()
    title: str | None = None
    venue: str | None = None


class _Numbers(dict[str, int]):
    """Numbers given to texts in the order in which they are first seen."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


@dataclass
class Corpus:
    """Records, papers and slots by number, filled with `add_records`, then `add_papers`."""

    records: list[RecordRow] = field(default_factory=list)
    papers: list[tuple[str, Sequence[str]]] = field(default_factory=list)
    titles: list[tuple[str, str]] = field(default_factory=list)
    """The title of each paper and the name of its venue, empty where there is none."""
    slots_of: list[list[int]] = field(default_factory=list)
    """The slots of each record."""
    paper_of: list[int] = field(default_factory=list)
    record_of: list[int] = field(default_factory=list)
    printed: list[tuple[int | None, str]] = field(default_factory=list)
    words_of: dict[int, Sequence[str]] = field(default_factory=dict)
    kept: set[int] = field(default_factory=set)
    element_of: dict[int, str] = field(default_factory=dict)
    names_on: list[tuple[int, ...]] = field(default_factory=list)
    """The names on each paper, of at most `MOST_AUTHORS` people."""
    topics_of: list[tuple[int, ...]] = field(default_factory=list)
    venues_of: list[tuple[int, ...]] = field(default_factory=list)
    year_of: list[int] = field(default_factory=list)
    name_of: list[int] = field(default_factory=list)
    """The number of each record's name; records of one name share it."""
    name_uses: list[int] = field(default_factory=list)
    topic_uses: list[int] = field(default_factory=list)
    venue_uses: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.number_of: dict[str, int] = {}
        self._names, self._topics, self._venues = _Numbers(), _Numbers(), _Numbers()
        self._families: Counter[str] = Counter()
        self._given: Counter[str] = Counter()
        self._papers_of_name: defaultdict[int, list[int]] = defaultdict(list)
        self._collaborators: dict[int, set[int]] = {}
        self._known_namesakes: dict[int, float] = {}
        self.size = 0
        """The number of all author records that names are counted among."""

    def add_records(self, rows: Iterable[RecordRow]) -> None:
        """Author records of people, distinct."""
        for row in rows:
            self.number_of[row.uid] = len(self.records)
            self.records.append(row)
            self.slots_of.append([])
            self.name_of.append(self._names[row.name_key])
            self._families[row.family_key] += 1
            self._given[row.given_key] += 1
            if row.given_key[1:]:
                self._given[f"{row.given_key[0]} and more"] += 1
            self.size += 1
        self.name_uses.extend([0] * (len(self._names) - len(self.name_uses)))

    def add_papers(self, rows: Iterable[PaperRow]) -> None:
        """Papers, distinct, with slots of records that were added before; slots of others are left out."""
        for row in rows:
            paper = len(self.papers)
            self.papers.append((row.uid, tuple(row.ids)))
            self.titles.append((row.title or "", row.venue or ""))
            self.year_of.append(row.year or 0)
            self.topics_of.append(_counted(self._topics, self.topic_uses, row.topics))
            self.venues_of.append(_counted(self._venues, self.venue_uses, row.venues))
            names = [self._add_slot(paper, slot) for slot in row.slots if slot.record in self.number_of]
            self.names_on.append(tuple(dict.fromkeys(names)))
            if len(row.slots) <= MOST_AUTHORS:
                for name in self.names_on[-1]:
                    self._papers_of_name[name].append(paper)
            else:
                keys = {self.records[self.number_of[slot.record]].name_key for slot in row.slots if slot.record in self.number_of}
                self.names_on[-1] = tuple(self._names[key] for key in sorted(keys)[:MOST_AUTHORS])

    def _add_slot(self, paper: int, slot: SlotRow) -> int:
        record = self.number_of[slot.record]
        name = self.name_of[record]
        self.slots_of[record].append(len(self.paper_of))
        if slot.words:
            self.words_of[len(self.paper_of)] = tuple(slot.words)
        if slot.kept:
            self.kept.add(len(self.paper_of))
        if slot.element:
            self.element_of[len(self.paper_of)] = slot.element
        self.paper_of.append(paper)
        self.record_of.append(record)
        self.printed.append((slot.position, slot.name or ""))
        self.name_uses[name] += 1
        return name

    def set_uses(self, names: Mapping[str, int], topics: Mapping[str, int], venues: Mapping[str, int]) -> None:
        """How often names, topics and venues are used, where the corpus is a part of a graph only."""
        of_names, of_topics = (self._names, self.name_uses, names), (self._topics, self.topic_uses, topics)
        for numbers, uses, given in (of_names, of_topics, (self._venues, self.venue_uses, venues)):
            for text, count in given.items():
                if text in numbers:
                    uses[numbers[text]] = count

    def set_collaborators(self, lists: Iterable[Sequence[str]]) -> None:
        """Names that stand together on a paper of the graph, where the corpus is a part of it only; other names never do."""
        self._collaborators = {name: set() for name in self._names.values()}
        for keys in lists:
            names = [self._names[key] for key in keys]
            for name in names:
                self._collaborators[name].update(names)

    def set_expected_namesakes(self, namesakes: Mapping[str, float]) -> None:
        """How many people would bear the names of these records, where the corpus is a part of a graph only."""
        self._known_namesakes.update((self.number_of[uid], count) for uid, count in namesakes.items())

    def name_keys(self) -> list[str]:
        """The names of all records, distinct."""
        return list(self._names)

    def collaborators(self, name: int) -> set[int]:
        """The names that stand with this one (itself among them) on a paper of no more than `MOST_AUTHORS`."""
        known = self._collaborators.get(name)
        if known is None:
            known = self._collaborators[name] = {other for paper in self._papers_of_name[name] for other in self.names_on[paper]}
        return known

    def namesakes(self, record: int) -> float:
        """λ: how many people would bear this record's name by chance. An initial alone stands for all names it begins."""
        if record in self._known_namesakes:
            return self._known_namesakes[record]
        row = self.records[record]
        return self.namesakes_of(row.family_key, row.given_key)

    def namesakes_of(self, family_key: str, given_key: str) -> float:
        """The same of a name by its keys."""
        given = self._given[given_key]
        if len(given_key) == 1:
            given += self._given[f"{given_key} and more"]
        return expected_namesakes(self._families[family_key], given, self.size)


def _counted(numbers: _Numbers, uses: list[int], texts: Iterable[str]) -> tuple[int, ...]:
    seen = tuple(numbers[text] for text in dict.fromkeys(texts))
    uses.extend([0] * (len(numbers) - len(uses)))
    for number in seen:
        uses[number] += 1
    return seen
