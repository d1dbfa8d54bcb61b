"""The two sides of a candidate as a page shows them: what is known of each, and what both have."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph.decisions.candidates import Candidate, Group
from graph.explore.asking import Asking
from graph.names.forms import name_key

PAPERS = 200
"""So many papers of a record are shown, the newest; of a group all, since each can be assigned."""
AT_ONCE = 8
"""So many papers stand open, the others in a fold."""
WORDS = 12
"""So many collaborators, topics, venues and affiliations that only one side has."""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Paper:
    """A paper of a side. `field` is its name in the form where it can be assigned, `ticked` whether it is in question; `marked`
    are the uids of its authors and venues that the other side has as well."""

    row: Row
    field: str = ""
    ticked: bool = False
    marked: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Word:
    """A collaborator, topic, venue or affiliation; `both` where the other side has it too."""

    text: str
    kind: str = ""
    uid: str = ""
    both: bool = False


@dataclass(frozen=True)
class Side:
    """One side. `subjects` are lists of words by subject; `count` how many papers it has, of which `papers` may be a part."""

    name: str
    uid: str
    heading: str
    count: int
    papers: Sequence[Paper]
    subjects: Mapping[str, Sequence[Word]]
    profile: Row | None = None
    left_out: Mapping[str, int] = field(default_factory=dict)


def sides(asking: Asking, candidate: Candidate) -> tuple[Side, Side]:
    """Both sides of a candidate, each with what both have first. Raises UnknownAuthorError where a record is no more."""
    if candidate.group is None:
        return _marked(_record(asking, candidate.a), _record(asking, candidate.b))
    papers = {row["uid"]: row for row in asking.ask("papers_of", author=candidate.a, limit=0).rows}
    main = candidate.main or Group((), (), ())
    twice = set(candidate.papers_twice)
    left = _group(candidate, main, papers, "main", skip=twice)
    return _marked(left, _group(candidate, candidate.group, papers, "group"))


def assignable(candidate: Candidate) -> dict[str, str]:
    """The papers of a mixed candidate that a form can assign, by the name of their field: those in question, then the others of
    the main group."""
    if candidate.group is None:
        return {}
    main = [str(paper["uid"]) for paper in candidate.main.papers] if candidate.main else []
    others = [paper for paper in main if paper not in candidate.papers_twice]
    return {**_numbered("group", candidate.papers), **_numbered("main", others)}


def _numbered(side: str, papers: Iterable[str]) -> dict[str, str]:
    return {f"{side}-{number}": paper for number, paper in enumerate(papers)}


def _record(asking: Asking, uid: str) -> Side:
    of = {"author": uid}
    found = asking.together(
        {
            "profile": ("author_profile", of),
            "papers": ("papers_of", {**of, "limit": PAPERS}),
            "collaborators": ("close_collaborators", {**of, "limit": 0}),
        }
    )
    [profile] = found["profile"].rows
    papers = found["papers"].rows
    return Side(
        name=str(profile["name"]),
        uid=uid,
        heading="",
        count=profile["papers"],
        papers=[Paper(row) for row in papers],
        subjects={
            "Collaborators": [Word(str(row["name"]), "author", str(row["uid"])) for row in found["collaborators"].rows],
            "Venues": _venues(papers),
            "Topics": [Word(str(one["label"]), "topic", str(one.get("uid") or "")) for one in profile["top_topics"]],
            "Affiliations": [Word(str(one)) for one in profile["affiliations"]],
        },
        profile=profile,
    )


def _group(candidate: Candidate, group: Group, papers: Mapping[str, Row], side: str, skip: Iterable[str] = ()) -> Side:
    own = [paper for paper in group.papers if paper["uid"] not in set(skip)]
    known = [papers.get(paper["uid"]) or _bare(paper) for paper in own]
    people = {name_key(str(one["name"])): str(one["uid"]) for row in known for one in row["authors"]}
    return Side(
        name=candidate.name_a,
        uid=candidate.a,
        heading="Papers of the main group" if side == "main" else "Papers that may be somebody else’s",
        count=len(own),
        papers=[Paper(row, f"{side}-{number}", side == "group") for number, row in enumerate(known)],
        subjects={
            "Collaborators": [Word(name, "author", people.get(name_key(name), "")) for name in group.collaborators],
            "Venues": _venues(known),
            "Topics": [Word(label) for label in group.topics],
        },
    )


def _bare(paper: Row) -> Row:
    """A paper of which only its title and year are known."""
    return {"uid": paper["uid"], "title": paper["title"], "year": paper["year"], "venues": [], "authors": [], "author_count": 0}


def _venues(papers: Iterable[Row]) -> list[Word]:
    found = {str(venue["uid"]): str(venue["name"]) for row in papers for venue in row["venues"]}
    return [Word(name, "venue", uid) for uid, name in found.items()]


def _marked(left: Side, right: Side) -> tuple[Side, Side]:
    return _beside(left, right), _beside(right, left)


def _beside(side: Side, other: Side) -> Side:
    """A side with what the other has too first and marked, and no more of the rest than can be read."""
    subjects, left_out = {}, {}
    for subject, words in side.subjects.items():
        theirs = _told(subject, (word.text for word in other.subjects.get(subject, ())))
        shared = [replace(word, both=True) for word in words if _told(subject, [word.text]) <= theirs]
        alone = [word for word in words if not _told(subject, [word.text]) <= theirs]
        subjects[subject] = [*shared, *alone[:WORDS]]
        left_out[subject] = len(alone[WORDS:])
    people, venues = ({word.text for word in subjects[name] if word.both} for name in ("Collaborators", "Venues"))
    told = _told("Collaborators", people)
    papers = [replace(paper, marked=_marks(paper.row, told, venues)) for paper in side.papers]
    return replace(side, papers=papers, subjects=subjects, left_out=left_out)


def _told(subject: str, texts: Iterable[str]) -> set[str]:
    """What texts are told apart by."""
    return {name_key(text) if subject == "Collaborators" else text.casefold() for text in texts}


def _marks(paper: Row, people: Collection[str], venues: Collection[str]) -> frozenset[str]:
    authors = {str(one["uid"]) for one in paper["authors"] if name_key(str(one["name"])) in people}
    return frozenset(authors | {str(one["uid"]) for one in paper["venues"] if one["name"] in venues})
