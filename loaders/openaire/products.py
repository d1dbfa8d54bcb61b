"""OpenAIRE: research products of its graph, from the Graph API and from the dumps (one a line), in the shapes of 2020 to 2026.

Format: https://graph.openaire.eu/docs/data-model/entities/research-product. The dumps of before 2023 write members in lower case
("maintitle") and some by other names ("author", "pid", "instance").
"""

from collections.abc import Iterator

from loaders.author_lists.author_entries import AuthorEntry, People, people_of
from loaders.fields.citation_counts import citation_count
from loaders.fields.dates import parsed_date, year_of
from loaders.fields.identifiers import arxiv, work_ids
from loaders.fields.imprint import imprint
from loaders.fields.keywords import keywords
from loaders.fields.links import each_once, issn_ids, orcid_ids
from loaders.fields.numbering import numbering
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.publications import publications, publisher_as_venue
from loaders.fields.titles_abstracts import abstract_text, title_text
from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_items import matches, object_items
from loaders.parsing.json_values import JsonObject, mapping, number, numbered, objects, sequence, text, texts, within
from loaders.parsing.source import Source
from loaders.records import Header, Identifier, Item, Items, Publication, Record, Rejection, Subject

NAME = "openaire"
ABOUT = "OpenAIRE research products as JSON: answers of the Graph API, lines of the dumps"
SITE = "OpenAIRE"

_LISTS = (("results",),)
_TITLES = ("mainTitle", "maintitle")
_KEYS = {
    "bestAccessRight", "bestaccessright", "originalIds", "originalId", "instances", "instance", "publicationDate",
    "publicationdate", "openAccessColor", "isGreen", "isInDiamondJournal", "publiclyFunded", "dateOfCollection",
    "dateofcollection", "collectedFrom", "descriptions", "projects", "communities",
}  # fmt: skip
_SCHEMES = {"doi": "doi", "pmid": "pmid", "pmc": "pmcid", "arxiv": "arxiv", "handle": ""}
_SUBJECTS = {
    "fos": "openaire_fos",
    "sdg": "sdg",
    "mesh": "mesh",
    "mesheuropmc": "mesh",
    "acm": "acm",
    "ddc": "ddc",
    "lcsh": "lcsh",
}
_TYPES: dict[str, PublicationKind] = {"dataset": "dataset"}


def recognise(head: str) -> bool:
    """Whether the first records have a main title beside other members of OpenAIRE's products."""
    return any(_is_own(record) for record in first_records(head, _LISTS)) or _is_empty_page(head)


def _is_own(record: JsonObject) -> bool:
    return any(name in record for name in _TITLES) and len(_KEYS & record.keys()) > 1


def _is_empty_page(head: str) -> bool:
    outer = envelope(head)
    return outer.get("results") == [] and "numFound" in mapping(outer.get("header"))


def read(source: Source) -> Items:
    """The header, then a record for every product."""
    count = number(within(envelope(source.head()), "header", "numFound"))
    yield Header(format=NAME, source=SITE, declared=matches(count))
    yield from object_items(source, _LISTS, _read)


def _read(value: JsonObject, place: str) -> Iterator[Item]:
    key = text(value.get("id"))
    where = numbered(place, key)
    if "header" in value and "results" in value:
        return  # a page without products
    main = next((found for name in _TITLES if (found := title_text(value.get(name)))), None)
    subtitle = title_text(value.get("subTitle")) or title_text(value.get("subtitle"))
    title = f"{main}: {subtitle}" if main and subtitle and subtitle.casefold() not in main.casefold() else main
    abstracts = (abstract_text(one, main) for one in (*texts(value.get("descriptions")), *texts(value.get("description"))))
    abstract = next(filter(None, abstracts), None)
    if title is None and abstract is None:
        yield Rejection(where, "the product has neither title nor description")
        return
    ids = _ids(value, key)
    authors, complete = _people(value)
    date = parsed_date(text(value.get("publicationDate")) or text(value.get("publicationdate")))
    instances = [one for name in ("instances", "instance") for one in objects(value.get(name))]
    kinds = [kind for one in instances if (kind := text(one.get("type"))) and kind not in ("Other literature type", "Other")]
    box = mapping(value.get("container"))
    yield Record(
        where=where,
        title=title,
        abstract=abstract,
        kind=next(iter(kinds), None) or text(value.get("type")),
        year=year_of(date),
        date=date,
        ids=ids,
        authors=authors,
        authors_complete=complete,
        publications=_publications(value, ids, kinds, year_of(date)),
        subjects=tuple(_subjects(value)),
        cited_by=_cited_by(value),
        **numbering(
            volume=text(box.get("vol")),
            issue=text(box.get("iss")),
            first=text(box.get("sp")),
            last=text(box.get("ep")),
        ),
        **imprint(
            publisher=text(value.get("publisher")),
            language=text(within(value, "language", "code")) or text(within(value, "language", "label")),
            urls=[url for one in instances for name in ("urls", "url") for url in texts(one.get(name))],
        ),
    )


def _cited_by(value: JsonObject) -> int | None:
    for path in (("indicators", "citationImpact", "citationCount"), ("indicators", "impactMeasures", "citationCount")):
        if (found := citation_count(within(value, *path))) is not None:
            return found
    return None


def _ids(value: JsonObject, key: str | None) -> tuple[Identifier, ...]:
    """The identifiers of the product and of its instances, and OpenAIRE's own."""
    given = [one for name in ("pids", "pid") for one in objects(value.get(name))]
    for name in ("instances", "instance"):
        for instance in objects(value.get(name)):
            given += [
                one
                for part in ("pids", "pid", "alternateIdentifiers", "alternateIdentifier")
                for one in objects(instance.get(part))
            ]
    found: list[Identifier] = []
    for one in given:
        scheme = _SCHEMES.get((text(one.get("scheme")) or "").casefold(), "")
        number_ = text(one.get("value"))
        if scheme == "doi":
            found += work_ids(doi_in=number_)
        elif scheme == "arxiv":
            found += work_ids(arxiv_in=number_)
        elif scheme:
            found += work_ids(**{scheme: number_})
    return each_once(*found, *work_ids(openaire=key))


def _people(value: JsonObject) -> People:
    """The authors by their rank."""
    listed = [one for name in ("authors", "author") for one in objects(value.get(name))]
    return people_of(_entry(one) for one in sorted(listed, key=lambda one: number(one.get("rank")) or 0))


def _entry(author: JsonObject) -> AuthorEntry:
    family, given = text(author.get("surname")) or "", text(author.get("name")) or ""
    pids = [mapping(one.get("id")) or one for one in objects(author.get("pid"))]
    known = next((text(one.get("value")) for one in pids if "orcid" in (text(one.get("scheme")) or "").casefold()), None)
    return AuthorEntry(
        name="" if family and given else text(author.get("fullName")) or text(author.get("fullname")) or "",
        family=family if given else "",
        given=given if family else "",
        ids=orcid_ids(known),
    )


def _publications(value: JsonObject, ids: tuple[Identifier, ...], kinds: list[str], year: int | None) -> tuple[Publication, ...]:
    """The container; of theses, reports and data who published it; arXiv."""
    box = mapping(value.get("container"))
    name = title_text(box.get("name"))
    numbers = [text(box.get(one)) for one in ("issnPrinted", "issnOnline", "issnLinking", "issn")]
    kind = _TYPES.get(text(value.get("type")) or "") or publication_kind(next(iter(kinds), None))
    if name and kind == "other" and issn_ids(*numbers):
        kind = "journal"
    preprint = arxiv(next((one.value for one in ids if one.scheme == "arxiv"), None))
    if name is None:
        name = publisher_as_venue(title_text(value.get("publisher")), kind)
    return publications(name, kind, year, preprint, issn_ids(*numbers))


def _subjects(value: JsonObject) -> Iterator[Subject]:
    """Fields of science, each within the one above ("0101 mathematics" in "01 …"), other vocabularies, keywords."""
    words: list[str] = []
    for one in sequence(value.get("subjects")):
        inside = mapping(mapping(one).get("subject")) or mapping(one)
        scheme, label = (text(inside.get("scheme")) or "").casefold(), text(inside.get("value")) or text(one)
        if label and scheme in _SUBJECTS:
            yield _subject(_SUBJECTS[scheme], label)
        elif label:
            words.append(label)
    yield from keywords(words)


def _subject(scheme: str, label: str) -> Subject:
    code, _, name = label.partition(" ")
    if scheme != "openaire_fos" or not code.isdigit():
        return Subject(scheme=scheme, code=label.casefold(), label=label)
    above = code[: -2 if len(code) > 2 else 0]
    return Subject(scheme=scheme, code=code, label=name, broader=Subject(scheme=scheme, code=above) if above else None)
