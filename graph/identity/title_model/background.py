"""What all papers of a corpus of many fields tell about those of one name: who works with whom, and what is on what subject."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from graph.identity.title_model.title_vectors import Floats, Subjects, title_words, unit
from graph.names.frequency import expected_namesakes
from graph.names.transliteration import plain

VENUE_SHARE = 0.6
COLLABORATORS_SHARE = 0.35
"""How much the subjects of a paper's venue, and of its collaborators' other papers, add to the subject that its title tells."""
_AUTHORS = 10_000
_VENUE_LIST = """first second third fourth fifth sixth seventh eighth ninth tenth proceedings proc annual international conference
    ieee acm workshop workshops symposium the of on and in for st nd rd th"""
_VENUE_COMMON = frozenset(_VENUE_LIST.split())


@dataclass(frozen=True, slots=True)
class TitledPaper:
    """A paper: its title, its year if known, its venue (empty: none, or a preprint server), and its authors' names."""

    title: str
    year: int | None
    venue: str
    authors: Sequence[str]


def plain_name(name: str) -> str:
    """A name in plain spelling, its words apart."""
    return " ".join(filter(None, (plain(word) for word in name.replace(".", " ").replace("-", " ").split())))


def venue_key(venue: str) -> str:
    """The informative words of a venue's name, so that a conference is one through the years."""
    words = "".join(character if character.isalpha() else " " for character in venue.casefold()).split()
    return " ".join(word for word in words if word not in _VENUE_COMMON)


class Background:
    """The papers of a corpus, numbered from 0, with what is counted over all of them."""

    def __init__(self, papers: Iterable[TitledPaper]) -> None:
        self.papers = tuple(papers)
        self.names_on = [frozenset(filter(None, map(plain_name, paper.authors))) for paper in self.papers]
        self.venue_of = [venue_key(paper.venue) for paper in self.papers]
        self.venue_uses = Counter(filter(None, self.venue_of))
        self.papers_of: defaultdict[str, list[int]] = defaultdict(list)
        for number, names in enumerate(self.names_on):
            for name in sorted(names):
                self.papers_of[name].append(number)
        self._count_names()
        self.words_of = [title_words(paper.title) for paper in self.papers]
        self._measure_subjects()

    def _count_names(self) -> None:
        parted = [name.split() for name in self.papers_of]
        self._families = Counter(words[-1] for words in parted)
        self._given = Counter(words[0] for words in parted if len(words) > 1)
        self._initials = Counter(words[0][0] for words in parted if len(words) > 1)

    def namesakes(self, name: str) -> float:
        """λ: how many of ten thousand authors would bear a name (as `plain_name` gives it) by chance, were family and given names
        independent of each other. A single initial stands for all given names that begin with it."""
        return self.namesakes_here(name) / len(self.papers_of) * _AUTHORS

    def namesakes_here(self, name: str) -> float:
        """The same for as many authors as there are names in the corpus."""
        words = name.split() or [""]
        given = self._initials[words[0]] if len(words[0]) == 1 else self._given[words[0]]
        return expected_namesakes(self._families[words[-1]], given, len(self.papers_of))

    def _measure_subjects(self) -> None:
        profiles: dict[str, list[str]] = {venue: title_words(venue) for venue in self.venue_uses}
        names = [list(words) for words in profiles.values()]
        for venue, words in zip(self.venue_of, self.words_of, strict=True):
            if venue:
                profiles[venue].extend(words)
        repeated = [words for venue, words in profiles.items() if self.venue_uses[venue] > 1]
        self.subjects = Subjects(self.words_of, repeated)
        self.title_subjects = self.subjects.vectors(self.words_of)
        number_of = {venue: number for number, venue in enumerate(profiles)}
        profile_of = np.array([number_of.get(venue, len(names)) for venue in self.venue_of], dtype=np.int64)
        totals = np.vstack([self.subjects.vectors(names), np.zeros((1, self.title_subjects.shape[1]), dtype=np.float32)])
        np.add.at(totals, profile_of, self.title_subjects)
        self.venue_subjects = np.where((profile_of < len(names))[:, None], totals[profile_of] - self.title_subjects, 0)

    def subjects_of(self, papers: Sequence[int], name: str) -> tuple[Floats, Floats, Floats]:
        """What papers of a name are about: by title, by venue (without the paper itself), and by both with what the
        collaborators wrote elsewhere."""
        titles, venues = unit(self.title_subjects[papers]), unit(self.venue_subjects[papers])
        elsewhere = np.zeros_like(titles)
        for row, paper in enumerate(papers):
            for other in sorted(self.names_on[paper] - {name}):
                found = [number for number in self.papers_of[other] if name not in self.names_on[number]]
                if found:
                    elsewhere[row] += self.title_subjects[found].sum(axis=0) / len(found) / sqrt(len(found))
        return titles, venues, unit(titles + VENUE_SHARE * venues + COLLABORATORS_SHARE * unit(elsewhere))

    def collaborators(self, name: str) -> set[str]:
        """The names on papers with this one."""
        return set().union(*(self.names_on[paper] for paper in self.papers_of[name]))
