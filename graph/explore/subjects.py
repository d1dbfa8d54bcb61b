"""The pages of a paper, and of what papers have in common: a topic, a venue, an institution, a country, a document."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.errors import UnknownCountryError
from graph.explore import figures
from graph.explore.asking import Answered, Asking, Question
from graph.explore.people import FEW, LISTED, PAPERS
from graph.explore.rendering import Page
from graph.institutions.countries import country_name

Fact = tuple[str, str]
TRENDS = 10
ASKED_OF = {
    "venues": ("topic", "institution", "document"),
    "institutions": ("topic", "venue", "document", "country"),
    "partners": ("institution",),
    "countries": ("country",),
    "topics": ("venue", "institution", "country"),
    **dict.fromkeys(("coverage", "trends"), ("venue", "institution")),
    "course": ("topic",),
    **dict.fromkeys(("citations", "cited"), ("topic", "venue", "institution")),
}
"""What only some of these pages show."""
PEOPLE = {
    "topic": "topic_people", "venue": "venue_people", "institution": "institution_people", "country": "country_people",
}  # fmt: skip
INSTITUTIONS = {"topic": "topic_institutions", "country": "country_institutions"}


def paper(asking: Asking, uid: str) -> Page | None:
    """The page of a paper; None for no paper of that uid."""
    found = asking.one("paper_profile", paper=uid)
    if found is None:
        return None
    shown = found.rows[0]
    affiliations = [one for one in shown["authors"] if one["affiliation"]]
    title = str(shown["title"] or uid)[:120]
    return Page("paper.html", title, {"found": found, "paper": shown, "affiliations": affiliations, "current": "paper"})


def topic(asking: Asking, uid: str, page: int = 1) -> Page | None:
    """The page of a topic; None for no topic of that uid."""
    found = asking.one("topic_profile", topic=uid)
    if found is None:
        return None
    one = found.rows[0]
    facts = [*_facts(one), ("given by documents", f"{one['given']:,}"), ("found in texts", f"{one['derived']:,}")]
    above = {row["uid"]: f"{row['label']} ({row['scheme']})" for row in one["broader"]}
    below = {row["uid"]: f"{row['label']} ({row['scheme']})" for row in one["narrower"]}
    further = {row["uid"]: f"{row['label']} ({row['scheme']})" for row in one["above"] if row["uid"] not in above}
    pairs = [("Also written", one["spellings"]), ("In vocabularies", one["ids"]), ("Broader", above), ("Above these", further)]
    # Asked for by an earlier uid, perhaps.
    pairs += [("Narrower", below), ("uid", [one["uid"]])]
    return _place(asking, "topic", found, f"Topic, {', '.join(one['schemes'])}", str(one["label"]), facts, pairs, page)


def venue(asking: Asking, uid: str, page: int = 1) -> Page | None:
    """The page of a venue; None for no venue of that uid."""
    found = asking.one("venue_profile", venue=uid)
    if found is None:
        return None
    one = found.rows[0]
    pairs = [("Other names", one["aliases"]), ("Ids", one["ids"]), ("uid", [uid])]
    return _place(asking, "venue", found, f"Venue, {one['kind'] or 'kind unknown'}", str(one["name"]), _facts(one), pairs, page)


def institution(asking: Asking, uid: str, page: int = 1) -> Page | None:
    """The page of an institution; None for no institution of that uid."""
    found = asking.one("institution_profile", institution=uid)
    if found is None:
        return None
    one = found.rows[0]
    facts = [*_facts(one), ("people", f"{one['people']:,}")]
    ids = [*([f"ror:{one['ror']}"] if one["ror"] else []), *one["ids"]]
    pairs: list[tuple[str, Any]] = [("Country", {one["country"]: country_name(one["country"])} if one["country"] else {})]
    pairs += [("Other names", one["aliases"]), ("Ids", ids), ("uid", [row["uid"] for row in one["records"]])]
    return _place(asking, "institution", found, "Institution", str(one["name"]), facts, pairs, page)


def country(asking: Asking, code: str, page: int = 1) -> Page | None:
    """The page of a country; None where no institution of the graph is there."""
    try:
        found = asking.one("country_profile", country=code)
    except UnknownCountryError:
        return None
    if found is None:
        return None
    one = found.rows[0]
    facts = [*_facts(one), ("people", f"{one['people']:,}"), ("institutions", f"{one['institutions']:,}")]
    return _place(
        asking, "country", found, "Country", country_name(str(one["country"])), facts, [("code", [one["country"]])], page
    )


def countries(asking: Asking) -> Page:
    """The page of all countries from which papers come."""
    return Page("countries.html", "Countries", {"found": asking.ask("country_counts"), "current": "countries"})


def document(asking: Asking, uid: str, page: int = 1) -> Page | None:
    """The page of a loaded document: what it is, what was read from it and what is doubtful, and its papers; None for no
    document of that uid."""
    found = asking.ask("documents")
    one = next((row for row in found.rows if row["uid"] == uid), None)
    if one is None:
        return None
    facts = [("read", _count(one["read"])), ("rejected", _count(one["rejected"])), ("papers", f"{one['papers']:,}")]
    told = {"uid", "location", "read", "rejected", "complete", "truncated", "confirmed"}
    pairs: list[tuple[str, Any]] = [
        (key.replace("_", " "), [str(value)]) for key, value in sorted(one["facts"].items()) if key not in told
    ]
    shown = _place(asking, "document", found, "Document", str(one["location"] or uid), facts, [*pairs, ("uid", [uid])], page)
    return Page(shown.template, shown.title, {**shown.shown, "notes": doubts(one)})


def doubts(document: Mapping[str, Any]) -> list[str]:
    """What is doubtful about a loaded document, in words."""
    found = []
    if document["complete"] is False:
        found.append("Loading was broken off; load the document again to complete it.")
    if document["truncated"]:
        found.append("It ends within a record, as where a download broke off; get it again and load it.")
    if document["rejected"]:
        found.append(f"{document['rejected']:,} of its records could not be read; loading it again names each with its reason.")
    if document["confirmed"] is False and document["complete"] is not False and not document["rejected"]:
        found.append("What it declares of itself is not what was counted.")
    return found


def _place(
    asking: Asking, kind: str, found: Answered, what: str, name: str, facts: Sequence[Fact],
    pairs: Sequence[tuple[str, Any]], page: int,
) -> Page:  # fmt: skip
    [uid] = {str(dict(pairs)["uid"][0])} if kind == "document" else {str(row.get("uid", row.get(kind))) for row in found.rows}
    of = {kind: uid}
    listed = {**of, "limit": LISTED}
    questions: dict[str, Question] = {
        "papers_by_year": ("papers_by_year", of),
        "people": (PEOPLE.get(kind, "author_counts"), listed),
        "venues": ("topic_venues" if kind == "topic" else "venue_counts", listed),
        "institutions": (INSTITUTIONS.get(kind, "institution_counts"), listed),
        "partners": ("institution_partners", listed),
        "countries": ("country_partners", listed),
        "citations": ("citation_counts", of),
        "cited": ("cited_papers", {**of, "limit": FEW}),
        "topics": (f"topic_counts_by_{kind}", listed),
        "coverage": ("topic_coverage", of),
        "trends": ("topic_trends", of),
        "course": ("topic_course", of),
        "papers": ("papers_of", {**of, "skip": (page - 1) * PAPERS, "limit": PAPERS}),
    }
    left_out = [key for key, kinds in ASKED_OF.items() if kind not in kinds]
    answers = asking.together({key: question for key, question in questions.items() if key not in left_out})
    counts = figures.counted(answers["papers_by_year"].rows)
    shown = {
        **dict.fromkeys(left_out),
        **answers,
        "kind": kind,
        "most": TRENDS,
        "uid": uid,
        "what": what,
        "name": name,
        "facts": facts,
        "notes": [],
        "pairs": [(label, values) for label, values in pairs if values],
        "found": found,
        "by_year": counts,
        "years": figures.years_of(counts),
        "count": sum(row["papers"] for row in answers["papers_by_year"].rows),
        "page": page,
        "size": PAPERS,
    }
    return Page("place.html", name[:120], {**shown, "current": kind})


def _facts(one: Mapping[str, Any]) -> list[Fact]:
    first, last = one["first_year"], one["last_year"]
    years = "–" if first is None else str(first) if first == last else f"{first}–{last}"
    return [("paper" if one["papers"] == 1 else "papers", f"{one['papers']:,}"), ("years", years)]


def _count(value: int | None) -> str:
    return "–" if value is None else f"{value:,}"
