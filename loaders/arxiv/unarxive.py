"""unarXive: arXiv's full texts with their references resolved, one paper a line.

Format: https://github.com/IllDepence/unarXive (version of 2022). A paper's `metadata` is its line of arXiv's snapshot.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from loaders.arxiv.snapshot import paper_of
from loaders.fields.identifiers import cited_id, doi, openalex, work_ids
from loaders.parsing.json_head import first_records
from loaders.parsing.json_items import object_items
from loaders.parsing.json_values import JsonObject, mapping, numbered, objects, text
from loaders.parsing.source import Source
from loaders.records import Header, Identifier, Item, Items, Record, Rejection

NAME = "unarxive"
ABOUT = "unarXive: arXiv's full texts with their references as JSON lines"

_TEXTS = {"body_text", "bib_entries", "ref_entries", "_pdf_hash", "_source_hash", "discipline"}
_SNAPSHOT = {"id", "authors", "authors_parsed", "versions", "categories", "submitter", "update_date"}


def recognise(head: str) -> bool:
    """Whether the first records have a paper's id, members of its full text, and arXiv's metadata inside."""
    return any(_is_paper(record) for record in first_records(head))


def _is_paper(record: JsonObject) -> bool:
    return (
        "paper_id" in record
        and bool(_TEXTS & record.keys() or "abstract" in record)
        and len(_SNAPSHOT & mapping(record.get("metadata")).keys()) > 1
    )


def read(source: Source) -> Items:
    """The header, then a record or a rejection for each line."""
    yield Header(format=NAME, source="arXiv")
    yield from object_items(source, (), _read)


def _read(value: JsonObject, place: str) -> Iterator[Item]:
    where = numbered(place, text(value.get("paper_id")))
    metadata = mapping(value.get("metadata"))
    if not metadata:
        yield Rejection(where, "the paper has no metadata; take them from arXiv's snapshot")
        return
    known = {"id": value.get("paper_id"), **{name: found for name, found in metadata.items() if found is not None}}
    paper = paper_of(known, where)
    if isinstance(paper, Record):
        paper = replace(paper, abstract=paper.abstract or _abstract(value), cites=tuple(dict.fromkeys(_cites(value))))
    yield paper


def _abstract(value: JsonObject) -> str | None:
    return text(mapping(value.get("abstract")).get("text"))


def _cites(value: JsonObject) -> Iterator[Identifier]:
    """Of each reference that was resolved: arXiv's identifier, else the DOI, else those of OpenAlex, PubMed and PMC."""
    for reference in mapping(value.get("bib_entries")).values():
        ids = mapping(mapping(reference).get("ids"))
        inside = (text(one.get("id")) for one in objects(mapping(reference).get("contained_arXiv_ids")))
        bare = doi(text(ids.get("doi")))
        key = openalex(text(ids.get("open_alex_id")))
        readings = (
            *(work_ids(arxiv_in=one) for one in (text(ids.get("arxiv_id")), *inside)),
            (cited_id(bare),) if bare else (),
            (Identifier("openalex", key),) if key else (),
            work_ids(pmid=text(ids.get("pubmed_id"))),
            work_ids(pmcid=text(ids.get("pmc_id"))),
        )
        yield from next((found[:1] for found in readings if found), ())
