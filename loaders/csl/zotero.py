"""Zotero items as its web API and the exports "Zotero JSON" and "Better BibTeX JSON" give them.

Format: https://www.zotero.org/support/dev/web_api/v3/types_and_fields; a list of items, or an object with `items`.
"""

import re
from collections.abc import Iterator, Mapping

from loaders.author_lists.names_in_one import in_parts, people_in
from loaders.fields.corrections import says_retracted
from loaders.fields.dates import iso, parsed_date, unread_year, year_of
from loaders.fields.identifiers import arxiv, doi_in_address, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.links import issn_ids
from loaders.fields.numbering import Numbering, numbering
from loaders.fields.person_names import PrintedName, authorship, bare_parts, is_others, natural_name
from loaders.fields.publication_types import PublicationKind
from loaders.fields.publications import publications, publisher_as_venue
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.fields.unparsed_names import is_missing, undivided
from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_items import object_items
from loaders.parsing.json_values import JsonObject, mapping, numbered, objects, text, within
from loaders.parsing.source import Source
from loaders.records import Authorship, Header, Items, Publication, Record, Rejection, Subject

NAME = "zotero"
ABOUT = "Zotero items as JSON: web API and Better BibTeX export"
SITE = "Zotero"

_LISTS = (("items",),)
_NOT_WORKS = {"attachment": "an attachment", "note": "a note", "annotation": "an annotation"}
_AUTHORS = {
    "author", "artist", "bookAuthor", "cartographer", "composer", "director", "interviewee", "inventor", "performer", "podcaster",
    "presenter", "programmer", "sponsor",
}  # fmt: skip
_KINDS: dict[str, PublicationKind] = {
    "journalArticle": "journal",
    "magazineArticle": "journal",
    "newspaperArticle": "journal",
    "conferencePaper": "conference",
    "preprint": "preprint",
    "book": "book",
    "bookSection": "book",
    "encyclopediaArticle": "book",
    "dictionaryEntry": "book",
    "thesis": "thesis",
    "report": "report",
    "dataset": "dataset",
}
_PLACES = (
    "publicationTitle", "proceedingsTitle", "bookTitle", "encyclopediaTitle", "dictionaryTitle", "conferenceName", "repository",
    "meetingName", "blogTitle", "websiteTitle", "forumTitle", "programTitle", "institution", "university",
)  # fmt: skip
_PUBLISHERS = ("publisher", "university", "institution", "label", "studio", "distributor", "company")
_EXTRA_ID = re.compile(r"^\s*(?P<name>PMID|PMCID|DOI|arXiv|ISBN)\s*:\s*(?P<value>.+)$", re.IGNORECASE | re.MULTILINE)
_EXTRA_NUMBER = re.compile(
    r"^\s*(?P<name>Volume|Issue|Pages?|Article Number|eid)\s*:\s*(?P<value>\S.*?)\s*$", re.IGNORECASE | re.MULTILINE
)
_YEAR_LAST = re.compile(r"\s*(?:(?P<first>\d{1,2})/)?(?P<second>\d{1,2})/(?P<year>\d{4})\s*")


def recognise(head: str) -> bool:
    """Whether the beginning is a Better BibTeX export, or an item with Zotero's itemType."""
    outer = envelope(head)
    if "BetterBibTeX" in (text(within(outer, "config", "label")) or ""):
        return True
    if any(_is_collection(one) for one in mapping(outer.get("collections")).values()):
        return True
    return any(isinstance(_data(record).get("itemType"), str) for record in first_records(head, _LISTS))


def _is_collection(value: object) -> bool:
    return isinstance(value, Mapping) and {"key", "items", "parent"} <= value.keys()


def _data(item: JsonObject) -> JsonObject:
    return mapping(item.get("data")) or item


def read(source: Source) -> Items:
    """The header, then a record for every item that is a work, and a rejection for every note or attachment."""
    yield Header(format=NAME, source=SITE)
    yield from object_items(source, _LISTS, _read)


def _read(value: JsonObject, place: str) -> Iterator[Record | Rejection]:
    item = _data(value)
    where = numbered(place, text(item.get("citationKey")) or text(item.get("key")) or text(value.get("key")))
    kind = text(item.get("itemType")) or ""
    if kind in _NOT_WORKS:
        yield Rejection(where, f"it is {_NOT_WORKS[kind]}, not a work; leave such items out of the export")
        return
    if not kind:
        yield Rejection(where, "it has no itemType, so it is not a Zotero item; export the items again")
        return
    record = _record(item, where, kind, mapping(value.get("meta")))
    if record.title or record.authors or record.abstract:
        yield record
    else:
        yield Rejection(where, f"the {kind} has neither a title, creators nor an abstract; complete it in Zotero")


def _record(item: JsonObject, where: str, kind: str, meta: JsonObject) -> Record:
    people, complete = _people(item)
    date = _date(item, meta)
    year = int(date[:4]) if date else None
    title = title_text(item.get("title")) or title_text(item.get("caseName")) or title_text(item.get("subject"))
    extra = {found["name"].casefold(): found["value"].strip() for found in _EXTRA_ID.finditer(text(item.get("extra")) or "")}
    address, archive = text(item.get("url")) or "", text(item.get("archiveID")) or ""
    preprint = arxiv(extra.get("arxiv")) or arxiv(archive) or (arxiv(address) if "arxiv.org/" in address.lower() else None)
    return Record(
        where=where,
        title=title,
        abstract=abstract_text(item.get("abstractNote"), title),
        kind=kind,
        year=year,
        date=date,
        unread_year=unread_year(year, text(item.get("date")), text(item.get("issueDate")), text(item.get("dateEnacted"))),
        ids=work_ids(
            doi_in=text(item.get("DOI")) or extra.get("doi") or doi_in_address(address),
            arxiv_in=preprint.value if preprint else None,
            isbn_in=text(item.get("ISBN")) or extra.get("isbn"),
            pmid=text(item.get("PMID")) or extra.get("pmid"),
            pmcid=text(item.get("PMCID")) or extra.get("pmcid"),
        ),
        authors=people,
        authors_complete=complete and any(person.role == "author" for person in people),
        publications=_publications(item, kind, year, preprint.value if preprint else None),
        subjects=tuple(
            Subject(scheme="keyword", code=word.casefold(), label=word)
            for word in dict.fromkeys(text(tag.get("tag")) or "" for tag in objects(item.get("tags")))
            if word
        ),
        comment="Retracted." if (text(item.get("extra")) or "").casefold().startswith("retracted") else None,
        retracted=says_retracted(text(item.get("extra"))),
        **_numbering(item, kind),
        **imprint(
            publisher=next((name for key in _PUBLISHERS if (name := text(item.get(key)))), None),
            place=text(item.get("place")),
            language=text(item.get("language")),
            urls=(address,),
        ),
    )


def _numbering(item: JsonObject, kind: str) -> Numbering:
    """Volume, issue, pages and article number, also where `extra` says them in a line of its own ("Article Number: e123")."""
    extra = {found["name"].casefold(): found["value"] for found in _EXTRA_NUMBER.finditer(text(item.get("extra")) or "")}
    own = text(item.get("articleNumber")) or extra.get("article number") or extra.get("eid")
    return numbering(
        volume=text(item.get("volume")) or extra.get("volume"),
        issue=text(item.get("issue")) or extra.get("issue"),
        pages=text(item.get("pages")) or extra.get("pages") or extra.get("page"),
        article_number=own or (item.get("number") if _KINDS.get(kind) == "journal" else None),
    )


def _people(item: JsonObject) -> tuple[tuple[Authorship, ...], bool]:
    """Authors (in whatever word the kind of item has for them), then editors, each in order; nobody else."""
    found: dict[bool, list[Authorship]] = {False: [], True: []}
    complete = True
    for creator in objects(item.get("creators")):
        role = text(creator.get("creatorType")) or "author"
        if role not in _AUTHORS and role != "editor":
            continue
        is_editor = role == "editor"
        names, whole = _names(creator)
        complete = complete and whole
        for name in names:
            if name is None or is_others(name.name):
                complete = complete and name is None
                continue
            found[is_editor].append(authorship(name, len(found[is_editor]) + 1, is_editor=is_editor))
    return (*found[False], *found[True]), complete


def _names(creator: JsonObject) -> tuple[list[PrintedName | None], bool]:
    """The name; where one field lists several people ("Lee, A.; Chen, B."), each of them; and whether everybody is named."""
    family, given = text(creator.get("lastName")), text(creator.get("firstName"))
    if family and given and (several := in_parts(given, family)):
        return [each.printed for each in several], True
    only = text(creator.get("name")) or (family if not given else None)
    listed = people_in(only, family_first=True) if only else None
    return ([each.printed for each in listed.names], listed.complete) if listed else ([_name(creator)], True)


def _name(creator: JsonObject) -> PrintedName | None:
    family, given = text(creator.get("lastName")), text(creator.get("firstName"))
    if family and given:
        family, given = bare_parts(family, given)
        return PrintedName(" ".join(natural_name(given, family).split()), family, given or None)
    whole = text(creator.get("name")) or family or given
    return undivided(whole, person="name" not in creator) if whole and not is_missing(whole) else None


def _date(item: JsonObject, meta: JsonObject) -> str | None:
    given = text(item.get("date")) or text(item.get("issueDate")) or text(item.get("dateEnacted"))
    if given is None:
        return None
    if match := _YEAR_LAST.fullmatch(given):
        return _year_last(int(match["first"] or 0), int(match["second"]), int(match["year"]))
    found = parsed_date(given)
    if found is None and (year := year_of(given, text(meta.get("parsedDate")))):
        return str(year)
    return found


def _year_last(first: int, second: int, year: int) -> str | None:
    """The date of 7/2019, 07/26/2019 or 26/07/2019; only the year where day and month cannot be told apart."""
    if not first:
        return iso(year, second)
    if first > 12 or second > 12 or first == second:
        return iso(year, min(first, second), max(first, second))
    return iso(year)


def _publications(item: JsonObject, kind: str, year: int | None, preprint: str | None) -> tuple[Publication, ...]:
    places = (place for name in _PLACES if (place := title_text(item.get(name))))
    place = next(places, None) or publisher_as_venue(title_text(item.get("publisher")), _KINDS.get(kind, "other"))
    return publications(place, _KINDS.get(kind, "other"), year, arxiv(preprint), issn_ids(text(item.get("ISSN"))))
