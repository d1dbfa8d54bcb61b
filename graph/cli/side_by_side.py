"""A candidate in the terminal: both sides in two columns, then each piece of evidence with its weight."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from graph.cli.output import console
from graph.evidence_words import in_words, worth_in_words
from graph.facade import ScholarGraph
from loaders.counted import counted

if TYPE_CHECKING:
    from graph.decisions.candidates import Candidate, Group

PAPERS = 8
WORDS = 12


@dataclass(frozen=True)
class Side:
    """One side: a heading and lists of words by subject."""

    heading: str
    names: Sequence[str] = ()
    papers: Sequence[str] = ()
    collaborators: Sequence[str] = ()
    topics: Sequence[str] = ()
    affiliations: Sequence[str] = ()


SUBJECTS = ("names", "papers", "collaborators", "topics", "affiliations")


def show(graph: ScholarGraph, candidate: "Candidate", place: str) -> None:
    """Print a candidate; `place` is its place in the list."""
    out = console()
    kind = "Are these two records one person?" if candidate.kind == "split" else "Are these papers all one person's?"
    out.print()
    out.print(Text(f"── {place} · {candidate.kind} · {candidate.probability:.0%} ──", style="bold"), Text(kind))
    left, right = _sides(graph, candidate)
    table = Table(box=None, pad_edge=False, show_header=True, header_style="bold")
    table.add_column("", style="dim", no_wrap=True)
    table.add_column(left.heading, ratio=1, overflow="fold")
    table.add_column(right.heading, ratio=1, overflow="fold")
    for subject in SUBJECTS:
        mine, theirs = getattr(left, subject), getattr(right, subject)
        if mine or theirs:
            table.add_row(subject, _lines(subject, mine, theirs), _lines(subject, theirs, mine))
    out.print(table)
    total = 0.0
    for piece in candidate.evidence:
        total += float(str(piece["weight"]))
        out.print(f"  {float(str(piece['weight'])):+6.2f}  {in_words(piece)}", soft_wrap=True)
    asked = "they are one person" if candidate.kind == "split" else "the papers on the right are somebody else's"
    out.print(f"  {total:+6.2f}  in all: {candidate.probability:.1%} that {asked}")
    if candidate.worth_of:
        out.print(f"  worth {worth_in_words(candidate.worth, candidate.worth_of)} that a decision would change")


def _sides(graph: ScholarGraph, candidate: "Candidate") -> tuple[Side, Side]:
    if candidate.group is None:
        return _record(graph, candidate.a), _record(graph, candidate.b)
    venues = {row["uid"]: row["venues"] for row in graph.plain.papers(candidate.a).rows}
    held = len(candidate.main.papers) if candidate.main else 0
    of = f"of the {counted(candidate.papers_a, 'paper')} of {candidate.name_a} ({candidate.a})"
    return _group(f"{held} {of}", candidate.main, venues), _group(_beside(candidate), candidate.group, venues)


def _beside(candidate: "Candidate") -> str:
    """The heading of the group on the right: its papers, of which those that stand on the left too have the name twice."""
    twice = len(candidate.papers_twice)
    others = candidate.papers_b - twice
    parts = [counted(others, "other paper")] if others else []
    parts += [f"the name once more on {counted(twice, 'paper')} of the left"] if twice else []
    return " and ".join(parts)


def _record(graph: ScholarGraph, uid: str) -> Side:
    profile: dict[str, Any] = graph.profile(uid)
    papers: list[dict[str, Any]] = graph.plain.papers(uid).rows
    collaborators = graph.plain.close_collaborators(uid, limit=None).rows
    return Side(
        heading=f"{profile['name']} ({uid}), {counted(profile['papers'], 'paper')}",
        names=profile["name_forms"] + profile["ids"],
        papers=[_paper(row["year"], row["title"], row["venues"]) for row in papers],
        collaborators=[str(row["name"]) for row in collaborators],
        topics=[str(topic["label"]) for topic in profile["top_topics"]],
        affiliations=profile["affiliations"],
    )


def _group(heading: str, group: "Group | None", venues: dict[object, Any]) -> Side:
    if group is None:
        return Side(heading)
    papers = [_paper(paper["year"], paper["title"], venues.get(paper["uid"], ())) for paper in group.papers]
    return Side(heading, papers=papers, collaborators=group.collaborators, topics=group.topics)


def _paper(year: object, title: object, venues: Iterable[object]) -> str:
    where = ", ".join(map(str, venues))
    return f"{year or '????'} {title}" + (f" · {where}" if where else "")


def _lines(subject: str, items: Sequence[str], others: Collection[str]) -> Text:
    """Papers line by line, words in a row, those that both sides have first and in bold."""
    text = Text()
    if subject == "papers":
        text.append("\n".join(items[:PAPERS]))
        if len(items) > PAPERS:
            text.append(f"\n… {len(items) - PAPERS} more", style="dim")
        return text
    common = [item for item in items if item in others]
    ordered = common + [item for item in items if item not in others]
    for place, item in enumerate(ordered[: max(WORDS, len(common))]):
        text.append(", " if place else "")
        text.append(item, style="bold" if item in others else "")
    if len(ordered) > max(WORDS, len(common)):
        text.append(f", … {len(ordered) - max(WORDS, len(common))} more", style="dim")
    return text
