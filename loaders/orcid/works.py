"""Works in ORCID records: a group of summaries of one work from several sources, or a work in full."""

from loaders.author_lists.names_in_one import authorships_in
from loaders.author_lists.reading import plain_name
from loaders.fields.dates import date_of
from loaders.fields.identifiers import arxiv, orcid, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.person_names import is_others
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.fields.unparsed_names import is_missing, undivided
from loaders.parsing.json_values import JsonObject, mapping, number, objects, text, within
from loaders.records import Authorship, Identifier, Record, Rejection

_KINDS: dict[str, PublicationKind] = {
    "journal-article": "journal",
    "journal-issue": "journal",
    "magazine-article": "journal",
    "newspaper-article": "journal",
    "review": "journal",
    "conference-paper": "conference",
    "conference-abstract": "conference",
    "conference-poster": "conference",
    "conference-output": "conference",
    "conference-proceedings": "conference",
    "dissertation": "thesis",
    "dissertation-thesis": "thesis",
    "supervised-student-publication": "thesis",
    "working-paper": "preprint",
    "preprint": "preprint",
    "data-set": "dataset",
}
_SCHEMES = {
    "doi": "doi",
    "arxiv": "arxiv",
    "pmid": "pmid",
    "pmc": "pmcid",
    "isbn": "isbn",
    "eid": "scopus",
    "wosuid": "wos",
}
"""Schemes of ORCID: https://pub.orcid.org/v3.0/identifiers"""
_EDITOR = {"editor", "chair-or-translator"}


def grouped_work(group: JsonObject, where: str, owner: Authorship | None) -> Record | Rejection:
    """The record of a group: the summary that the person prefers, with the identifiers of all."""
    summaries = sorted(objects(group.get("work-summary")), key=lambda one: -(number(one.get("display-index")) or 0))
    if not summaries:
        return Rejection(where, "the group lists no work; get the record again")
    named = next((one for one in summaries if _title(one)), summaries[0])
    ids = dict.fromkeys(found for one in (group, *summaries) for found in _ids(one))
    return _record(named, where, tuple(ids), owner)


def full_work(work: JsonObject, where: str, owner: Authorship | None) -> Record | Rejection:
    """The record of a work with its contributors."""
    return _record(work, where, tuple(dict.fromkeys(_ids(work))), owner)


def _record(work: JsonObject, where: str, ids: tuple[Identifier, ...], owner: Authorship | None) -> Record | Rejection:
    title = _title(work)
    if title is None:
        return Rejection(where, "the work has no title; nothing can be said of it")
    authors, complete = _contributors(work)
    if not any(person.role == "author" for person in authors) and owner:
        authors, complete = (owner, *authors), False
    given = mapping(work.get("publication-date"))
    date = date_of(*(text(within(given, part, "value")) for part in ("year", "month", "day")))
    year = int(date[:4]) if date else None
    kind = (text(work.get("type")) or "").casefold().replace("_", "-")
    preprint = arxiv(next((found.value for found in ids if found.scheme == "arxiv"), None))
    place = title_text(within(work, "journal-title", "value")) or title_text(work.get("journal-title"))
    return Record(
        where=where,
        title=title,
        abstract=abstract_text(work.get("short-description"), title),
        kind=kind or None,
        year=year,
        date=date,
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=publications(place, _KINDS.get(kind) or publication_kind(kind), year, preprint),
        **imprint(language=text(work.get("language-code")), urls=(text(within(work, "url", "value")), text(work.get("url")))),
    )


def _title(work: JsonObject) -> str | None:
    return title_text(within(work, "title", "title", "value"))


def _ids(work: JsonObject) -> list[Identifier]:
    """Identifiers of the work itself; those of a whole that it is part of, or of another version, are left out."""
    found: list[Identifier] = []
    for given in objects(within(work, "external-ids", "external-id")):
        if (text(given.get("external-id-relationship")) or "self").casefold() != "self":
            continue
        scheme = (text(given.get("external-id-type")) or "").casefold()
        value = text(within(given, "external-id-normalized", "value")) or text(given.get("external-id-value"))
        known_as = _SCHEMES.get(scheme, "")
        found += work_ids(doi_in=value) if known_as == "doi" else work_ids(**{known_as: value}) if known_as else ()
    return found


def _contributors(work: JsonObject) -> tuple[tuple[Authorship, ...], bool]:
    people: list[Authorship] = []
    complete = True
    counts = {"author": 0, "editor": 0}
    for one in objects(within(work, "contributors", "contributor")):
        printed = text(within(one, "credit-name", "value")) or text(one.get("credit-name"))
        if printed is None or is_missing(printed) or is_others(printed):
            complete = False
            continue
        role = (
            "editor"
            if (text(within(one, "contributor-attributes", "contributor-role")) or "").casefold() in _EDITOR
            else "author"
        )
        known = orcid(text(within(one, "contributor-orcid", "path")) or text(within(one, "contributor-orcid", "uri")))
        ids = (Identifier("orcid", known),) if known else ()
        if listed := authorships_in(printed, counts[role] + 1, family_first=True, ids=ids, is_editor=role == "editor"):
            people += listed[0]
            counts[role] += len(listed[0])
            complete = complete and listed[1]
            continue
        counts[role] += 1
        name = undivided(plain_name(printed))
        people.append(
            Authorship(
                name=name.name,
                position=counts[role],
                family=name.family,
                given=name.given,
                ids=ids,
                kind="organisation" if name.is_organisation else "person",
                role="editor" if role == "editor" else "author",
            )
        )
    return tuple(people), complete and counts["author"] > 0
