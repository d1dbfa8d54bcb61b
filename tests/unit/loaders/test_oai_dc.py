"""What the loader of Dublin Core promises: of each repository the elements are read as that repository means them."""

import pytest

from loaders import Source, recognise
from loaders.dublin_core.places import Place, place_of
from loaders.records import Affiliation, Identifier, Publication, Record
from tests.unit.loaders.export_items import Export, export, fixture


def answer() -> Export:
    return fixture("dublin_core/oai.xml", "oai_dc")


def test_a_record_of_dspace_keeps_ids_dates_and_subjects_apart() -> None:
    found = answer()
    work = found.records[0]
    assert (work.where, work.title, work.kind) == ("line 4 (oai:repo.example.edu:10/1)", "Roads of ants", "article")
    assert (work.year, work.date, (work.abstract or "")[:13]) == (2018, "2018-11", "We count ants")
    assert found.ids(0) == ["doi:10.5555/ants.1", "pmid:20000001"]
    assert found.names(0) == [
        ("Ida M. Holm", 1, "person", "author"), ("Bo Lind", 2, "person", "author"),
        ("Formica Research Group", 3, "organisation", "author"),
    ]  # fmt: skip
    assert work.authors[1].ids == (Identifier("orcid", "0000-0002-1825-0097"),)
    assert [each.curie for each in work.subjects] == ["keyword:ants", "keyword:roads", "ddc:590", "keyword:insects", "ddc:595"]
    assert work.subjects[3].broader is not None
    assert work.subjects[3].broader.curie == "keyword:biology"
    assert work.cites == (Identifier("doi", "10.5555/cited.1"),)
    assert work.publications == (
        Publication(venue="Journal of Ants", kind="journal", year=2018, ids=(Identifier("issn", "1234-5679"),)),
    )


def test_a_journal_puts_where_people_work_behind_their_names_and_the_issue_into_the_source() -> None:
    found = answer()
    work = found.records[1]
    assert [(each.name, each.affiliations) for each in work.authors] == [
        ("Ida Holm", (Affiliation("Graz, Austria"),)),
        ("Ann Lee", (Affiliation("Department of Bees, University of Oslo"),)),
    ]
    assert (work.volume, work.issue, work.pages, work.abstract) == ("1", "2", "37-59", "They dance.")
    assert (work.publications[0].venue, work.publications[0].ids) == ("Journal of Bees", (Identifier("issn", "0028-4793"),))
    assert found.ids(1) == ["doi:10.5555/bees.v1i2.7"]
    assert ["is listed more than once" in each.reason for each in found.remarks] == [True, False]


def test_eprints_gives_the_place_in_a_citation_and_the_doi_as_a_relation() -> None:
    found = answer()
    work = found.records[2]
    assert (found.ids(2), work.kind, work.date) == (["doi:10.5555/looms.5"], "Article", "2002-03")
    assert (work.publications[0].venue, work.volume, work.issue, work.pages) == ("Journal of Looms", "5", "4", "101-110")


def test_a_thesis_told_by_the_address_of_its_type_appeared_at_its_university() -> None:
    found = answer()
    work = found.records[3]
    assert (work.kind, work.publications[0].venue, work.publications[0].kind) == (
        "doctoral thesis",
        "University of Oslo",
        "thesis",
    )
    assert found.ids(3) == ["isbn:9783161484100"]


def test_what_is_deleted_broken_or_in_other_metadata_is_rejected_alone() -> None:
    found = answer()
    assert [(each.where, each.reason.partition(",")[0].partition(":")[0]) for each in found.rejections] == [
        ("line 36 (oai:repo.example.edu:10/2)", "the repository has deleted the record"),
        ("line 37 (oai:repo.example.edu:10/3)", "the metadata are in <mods>"),
        ("line 38 (oai:repo.example.edu:10/4)", "the record is not well-formed XML"),
    ]
    assert len(found.records) == 4


def test_a_page_says_that_there_are_further_ones() -> None:
    assert "one page of 1200 records in all; ask for the next with resumptionToken=oai_dc/100" in answer().remarks[-1].reason


DC = '<oai_dc:dc xmlns:oai_dc="x" xmlns:dc="y"><dc:title>Ants</dc:title><dc:creator>Holm, Ida</dc:creator></oai_dc:dc>'
OUTSIDE = {
    "by itself": DC,
    "a list of them": f"<records>{DC}</records>",
    "in its metadata": f"<metadata>{DC}</metadata>",
    "a record": f"<record><header><identifier>oai:x:1</identifier></header><metadata>{DC}</metadata></record>",
    "without an element around": "<records><record><dc:title>Ants</dc:title>"
    "<dc:creator>Holm, Ida</dc:creator></record></records>",
    "an answer of SRU": f"<zs:searchRetrieveResponse><zs:records><zs:record><zs:recordData>{DC}</zs:recordData></zs:record>"
    "</zs:records></zs:searchRetrieveResponse>",
    "an item of DSpace's archive": '<dublin_core schema="dc"><dcvalue element="title" qualifier="none">Ants</dcvalue>'
    '<dcvalue element="contributor" qualifier="author">Holm, Ida</dcvalue></dublin_core>',
    "DSpace's own form": '<record><metadata><dim:dim xmlns:dim="z"><dim:field mdschema="dc" element="title">Ants</dim:field>'
    '<dim:field mdschema="dc" element="contributor" qualifier="author">Holm, Ida</dim:field></dim:dim></metadata></record>',
}


@pytest.mark.parametrize("form", OUTSIDE)
def test_records_stand_outside_of_answers_too(form: str) -> None:
    [work] = export(OUTSIDE[form], "oai_dc").records
    assert (work.title, [author.name for author in work.authors]) == ("Ants", ["Ida Holm"])


def one(elements: str) -> Record:
    return export(DC.replace("<dc:creator>Holm, Ida</dc:creator>", elements), "oai_dc").records[0]


def test_qualified_elements_say_what_plain_ones_leave_open() -> None:
    work = export(
        '<dublin_core><dcvalue element="title" qualifier="none">Ants</dcvalue>'
        '<dcvalue element="date" qualifier="accessioned">2020-01-02</dcvalue>'
        '<dcvalue element="date" qualifier="issued">1999</dcvalue>'
        '<dcvalue element="contributor" qualifier="advisor">Berg, Ada</dcvalue>'
        '<dcvalue element="contributor" qualifier="editor">Ås, Karl</dcvalue>'
        '<dcvalue element="description" qualifier="sponsorship">Paid by somebody.</dcvalue>'
        '<dcvalue element="description" qualifier="abstract">Short.</dcvalue>'
        '<dcvalue element="relation" qualifier="ispartof">Journal of Ants</dcvalue></dublin_core>',
        "oai_dc",
    ).records[0]
    assert (work.year, work.abstract, work.publications[0].venue) == (1999, "Short.", "Journal of Ants")
    assert [(each.name, each.role) for each in work.authors] == [("Karl Ås", "editor")]


CREATORS: dict[str, list[tuple[str, int, int]]] = {
    "Holm, Ida ORCID: https://orcid.org/0000-0002-1825-0097": [("Ida Holm", 1, 0)],
    "Holm, Ida &lt;https://orcid.org/0000-0002-1825-0097&gt;": [("Ida Holm", 1, 0)],
    "Holm, Ida; Lind, Bo; Lee, Ann": [("Ida Holm", 0, 0), ("Bo Lind", 0, 0), ("Ann Lee", 0, 0)],
    "Holm, Ida; Institute of Ants, Graz": [("Ida Holm", 0, 1)],
    "Holm, Ida; AU, AP, India. Senior Engineer": [("Ida Holm", 0, 1)],
    "Ida Holm": [("Ida Holm", 0, 0)],
    "Anonymous": [],
}


@pytest.mark.parametrize("printed", CREATORS)
def test_a_creator_is_a_person_perhaps_with_an_orcid_or_a_place(printed: str) -> None:
    authors = one(f"<dc:creator>{printed}</dc:creator>").authors
    assert [(each.name, len(each.ids), len(each.affiliations)) for each in authors] == CREATORS[printed]


SOURCES = {
    "Journal of Ants; Vol. 12 No. 3 (2020): Roads; 101-110": Place("Journal of Ants", "12", "3", "101-110"),
    "Revista de Hormigas; Vol. 5 Núm. 2 (2014); 7-19": Place("Revista de Hormigas", "5", "2", "7-19"),
    "Ameisen; Bd. 4 Nr. 1 (2001); 3": Place("Ameisen", "4", "1", "3"),
    "Ants; No 2 (2006)": Place("Ants", "", "2", ""),
    "Journal of Ants, ISSN 1234-5679, Vol. 3, Iss. 4 (2019)": Place("Journal of Ants", "3", "4", ""),
    "Journal of Ants": Place("Journal of Ants"),
    "instname:University of Ants": Place(),
    "1234-5679": Place(),
}


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_names_the_journal_and_the_place_in_it(source: str) -> None:
    assert place_of([source], [], "X") == SOURCES[source]


def test_answers_of_arxiv_and_other_metadata_are_not_taken() -> None:
    known = recognise(
        Source.of(answer_of("oai:arXiv.org:2101.00001", "<dc:identifier>http://arxiv.org/abs/2101.00001</dc:identifier>"))
    )
    assert known is not None
    assert known.name == "arxiv_oai"
    other = recognise(
        Source.of(answer_of("oai:repo.example.edu:1", "<dc:relation>https://arxiv.org/abs/2101.00001</dc:relation>"))
    )
    assert other is not None
    assert other.name == "oai_dc"


def answer_of(identifier: str, elements: str) -> str:
    record = DC.replace("</oai_dc:dc>", f"{elements}</oai_dc:dc>")
    head = f"<header><identifier>{identifier}</identifier></header>"
    return f"<OAI-PMH><ListRecords><record>{head}<metadata>{record}</metadata></record></ListRecords></OAI-PMH>"


def test_errors_of_the_server_are_told() -> None:
    found = export(
        '<OAI-PMH><request metadataPrefix="oai_dc">x</request><error code="badArgument">no such verb</error></OAI-PMH>', "oai_dc"
    )
    assert "badArgument: no such verb" in found.rejections[0].reason
    none = export('<OAI-PMH><request metadataPrefix="oai_dc">x</request><error code="noRecordsMatch"/></OAI-PMH>', "oai_dc")
    assert (none.rejections, len(none.remarks)) == ([], 1)
