"""The page of an author: everything that documents say of one person, and what follows from it. The page of those
around them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from graph.declared import said_by
from graph.explore import figures
from graph.explore.asking import Answered, Asking, Question
from graph.explore.rendering import Page
from graph.queries.together import accept_command

PAPERS = 100
"""So many papers a page of a list."""
LISTED = 25
FEW = 10
"""Of what is only a beginning."""
CLOSEST = 100
"""So many collaborators where the page is about them."""
CLAIMS = ("trust", "verification", "claim_state", "followers", "declared", "counted")


def author(
    asking: Asking, uid: str, page: int = 1, size: int = PAPERS, together: Sequence[str] = (), *, whole: bool = False
) -> Page:
    """The page of the person that a record is part of, with so many papers, 0 for all; `together` are records that are taken for
    the same person. With `whole` it holds what `collaborators` shows as well. Raises UnknownAuthorError."""
    alone = {"author": uid}
    of = {**alone, "together": list(together)}
    profile = asking.ask("author_profile", **of)
    person = profile.rows[0]
    listed = {**of, "limit": LISTED}
    answers = asking.together(
        {
            "papers_by_year": ("papers_by_year", of),
            "papers": ("papers_of", {**of, "skip": (page - 1) * size, "limit": size}),
            "collaborators": ("close_collaborators", listed),
            "topics": ("topic_counts_by_author", listed),
            "topics_by_year": ("topic_counts_by_year", of),
            "coverage": ("topic_coverage", of),
            "citations": ("citation_counts", of),
            "cited": ("cited_papers", {**of, "limit": FEW}),
            **(_beside(of, FEW) if whole else {}),
            "venues": ("venue_counts", listed),
            "institutions": ("institution_counts", listed),
            "splits": ("split_candidates", alone),
            "mixed": ("mixed_candidates", alone),
        }
    )
    counts = figures.counted(answers["papers_by_year"].rows)
    claims = [{"uid": document.get("uid"), **said_by(document)} for document in person["documents"]]
    shown = {
        **answers,
        "profile": profile,
        "person": person,
        "together": [uid, *together] if together else [],
        "accept": accept_command((uid, *together)),
        "by_year": counts,
        "years": figures.years_of(counts),
        "claims": claims,
        "claim_columns": [name for name in CLAIMS if any(claim[name] is not None for claim in claims)],
        "page": page,
        "size": size or person["papers"],
        "courses": courses(answers["topics_by_year"]),
        "beside": whole,
    }
    return Page("author.html", str(person["name"]), {**shown, "current": "author"})


def collaborators(asking: Asking, uid: str, together: Sequence[str] = ()) -> Page:
    """The page of those around a person: the closest, who is new, who is gone, who might be next. Raises UnknownAuthorError."""
    of = {"author": uid, "together": list(together)}
    answers = asking.together(
        {
            "profile": ("author_profile", of),
            "papers_by_year": ("papers_by_year", of),
            "collaborators": ("close_collaborators", {**of, "limit": CLOSEST}),
            **_beside(of, LISTED),
        }
    )
    person = answers["profile"].rows[0]
    years = figures.years_of(figures.counted(answers["papers_by_year"].rows))
    shown = {**answers, "person": person, "years": years, "together": together, "current": "author"}
    return Page("collaborators.html", f"Collaborators of {person['name']}", shown)


def _beside(of: Mapping[str, object], limit: int) -> dict[str, Question]:
    """What takes a prolific person's page longest: who came and went beside them, and who might be next."""
    return {
        "came": ("collaborator_changes", {**of, "change": "new", "limit": limit}),
        "gone": ("collaborator_changes", {**of, "change": "gone", "limit": limit}),
        "suggested": ("suggested_collaborators", {**of, "limit": limit}),
    }


def courses(by_year: Answered) -> Mapping[str, Mapping[int, int]]:
    """Papers by year of each topic."""
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    row: Mapping[str, Any]
    for row in by_year.rows:
        found[row["topic"]][row["year"]] = row["papers"]
    return found
