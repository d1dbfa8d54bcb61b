"""The pages about names, ways and doubts: a name's cluster, candidates, the path between two people, documents, data quality,
duplicates."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from graph.errors import AmbiguousAuthorError, UnknownNameError
from graph.explore.asking import Asking
from graph.explore.rendering import Page
from graph.explore.subjects import doubts
from graph.identity.calibration import calibration
from graph.identity.kept_weights import weights_in_use
from graph.names.forms import name_key

LISTED = 200
CANDIDATES = 50
ORDERS: Mapping[str, str] = {
    "probability": "the likeliest first",
    "worth": "those that change most first",
    "teaching": "those that teach most first",
}


def cluster(asking: Asking, name: str) -> Page:
    """The records of exactly this name and their papers, grouped by proposed person, with the evidence that divides them. Raises
    UnknownAuthorError with the nearest names."""
    records = asking.ask("name_cluster", name_key=name_key(name))
    uids = {str(row["uid"]) for row in records.rows}
    mixed = {uid: asking.ask("mixed_candidates", author=uid) for uid in sorted({str(row["person"]) for row in records.rows})}
    splits = [asking.ask("split_candidates", author=uid) for uid in mixed]
    shown = {
        "name": records.rows[0]["name"],
        "records": records,
        "papers": asking.ask("name_cluster_papers", name_key=name_key(name)),
        "groups": {row["uid"]: row for answered in mixed.values() for row in answered.rows},
        "mixed": list(mixed.values()),
        "splits": splits,
        "within": [row for one in splits for row in one.rows if {row["uid_a"], row["uid_b"]} <= uids],
    }
    return Page("cluster.html", f"{shown['name']}, all records", {**shown, "current": "cluster"})


def path(asking: Asking, author: str, other: str, *, together: bool = False) -> Page:
    """The shortest way from one person to another through shared papers; a form where one of them is not named yet, or is not
    known by that name."""
    shown: dict[str, Any] = {
        "author": author,
        "other": other,
        "together": together,
        "steps": None,
        "refused": [],
        "current": "path",
    }
    if author and other:
        try:
            shown["steps"] = asking.ask(
                "collaboration_path", author=author, together=together, other=other, other_together=together
            )
        except (UnknownNameError, AmbiguousAuthorError) as error:
            shown["refused"] = [error]
    return Page("path.html", "The way from one person to another", shown)


def documents(asking: Asking) -> Page:
    """The loaded documents, and what is doubtful about each."""
    found = asking.ask("documents")
    rows = [{**row, "doubts": doubts(row)} for row in found.rows]
    totals = {
        "documents": len(rows),
        "records read": sum(row["read"] or 0 for row in rows),
        "rejected": sum(row["rejected"] or 0 for row in rows),
        "with doubts": sum(bool(row["doubts"]) for row in rows),
    }
    rows.sort(key=lambda row: not row["doubts"])
    shown = {"found": found, "rows": rows[:LISTED], "left": len(rows[LISTED:]), "totals": totals, "current": "documents"}
    return Page("documents.html", "Documents", shown)


def quality(asking: Asking) -> Page:
    """What is missing or doubtful, counted."""
    return Page("quality.html", "Data quality", {"found": asking.ask("data_quality"), "current": "quality"})


def quality_list(asking: Asking, metric: str, _: int = 1) -> Page:
    """What is counted under one metric. Raises ParameterError for one that there is not."""
    found = asking.ask("data_quality_list", metric=metric, limit=LISTED)
    kinds = [_kind(metric, str(row["uid"])) for row in found.rows]
    shown = {"metric": metric, "found": found, "kinds": kinds, "limit": LISTED, "current": "quality"}
    return Page("quality_list.html", metric.replace("_", " "), shown)


def candidates(asking: Asking, order: str = "probability") -> Page:
    """Split and mixed candidates of the whole graph in one of the `ORDERS`, `CANDIDATES` of each. Raises ParameterError for
    another order."""
    of = {"order": order, "limit": CANDIDATES}
    answers = asking.together({"splits": ("split_candidates", of), "mixed": ("mixed_candidates", of)})
    shown = {**answers, "order": order, "orders": ORDERS, "limit": CANDIDATES, "current": "candidates"}
    return Page("candidates.html", "Candidates", shown)


def reliability(asking: Asking) -> Page:
    """Whether probabilities hold, by what was decided and by ORCIDs; and which weights they are of."""
    shown = {
        "rows": asking.worked_out("calibration", calibration),
        "weights": weights_in_use(asking.queries.read),
        "current": "candidates",
    }
    return Page("calibration.html", "Do the probabilities hold?", shown)


def duplicates(asking: Asking) -> Page:
    """Pairs of papers that may be one work, likeliest first."""
    found = asking.ask("duplicate_papers", limit=LISTED)
    return Page("duplicates.html", "Papers that may be one work", {"found": found, "limit": LISTED, "current": "duplicates"})


_KINDS: Mapping[str, str] = defaultdict(
    lambda: "paper",
    authors_without_papers="author", organisations_as_authors="author", names_that_look_like_no_names="author",
    records_merged="author", similar_name_pairs="author", venues_without_kind="venue", venues_sharing_an_issn="venue",
    documents_incomplete="document", documents_not_confirmed="document", records_rejected="document",
)  # fmt: skip


def _kind(metric: str, uid: str) -> str:
    """The kind of page that is about what a metric lists; of orphans it is told by the uid."""
    if metric != "orphans":
        return _KINDS[metric]
    scheme = uid.partition(":")[0]
    return {"venue": "venue", "institution": "institution", "document": "document"}.get(scheme, "topic")
