"""What the loaders of EndNote and RefWorks promise: one reference says the same in each of the three formats."""

from loaders.records import Affiliation, Identifier, Publication
from tests.unit.loaders.export_items import export, fixture


def test_a_reference_of_endnote_keeps_its_fields_without_their_styles() -> None:
    found = fixture("endnote/library.xml", "endnote_xml")
    work = found.records[0]
    assert (work.where, work.title) == ("line 1 (record 7)", "Roads of Formica rufa and β-pinene")
    assert (work.abstract, work.kind, work.year, work.date) == ("First.\nSecond.", "Journal Article", 2008, "2008-06-15")
    assert (work.volume, work.issue, work.pages, work.cited_by, work.retracted) == ("12", "3", "101-10", 12, True)
    assert found.ids(0) == ["doi:10.5555/ants.7", "pmid:18000001", "pmcid:PMC2300001"]
    assert found.names(0) == [
        ("Ida M. Holm", 1, "person", "author"), ("Bo Lind", 2, "person", "author"), ("Formica", 3, "organisation", "author"),
    ]  # fmt: skip
    assert [subject.label for subject in work.subjects] == ["Ants", "Roads", "Bridges", "Looms"]
    issns = (Identifier("issn", "1234-5679"), Identifier("issn", "0028-4793"))
    assert work.publications == (Publication(venue="Journal of Ants", kind="journal", year=2008, ids=issns),)


def test_several_addresses_are_nobodys_and_one_is_everybodys() -> None:
    assert [author.affiliations for author in fixture("endnote/library.xml", "endnote_xml").records[0].authors] == [(), (), ()]
    authors = fixture("endnote/refworks.txt", "refworks").records[0].authors
    assert [author.affiliations for author in authors] == [(Affiliation("Institute of Ants, Graz"),)] * 2


def test_who_is_named_of_an_edited_book_is_its_editor_and_its_pages_are_counted() -> None:
    found = fixture("endnote/library.xml", "endnote_xml")
    assert (found.names(1), found.records[1].kind) == ([("Ada Berg", 1, "person", "editor")], "Edited Book")
    assert (found.records[1].pages, found.records[1].authors_complete) == (None, False)
    assert found.ids(1) == ["isbn:9783161484100"]


def test_a_thesis_appeared_at_its_university() -> None:
    works = (
        fixture("endnote/library.xml", "endnote_xml").records[2],
        fixture("endnote/library.enw", "endnote_tagged").records[2],
        fixture("endnote/refworks.txt", "refworks").records[2],
    )
    assert [(work.publications[0].venue, work.publications[0].kind, work.pages) for work in works] == [
        ("University of Looms", "thesis", None), ("University of Graz", "thesis", None), ("University of Graz", "thesis", None),
    ]  # fmt: skip


def test_broken_and_empty_references_are_rejected_alone() -> None:
    found = fixture("endnote/library.xml", "endnote_xml")
    assert [each.where for each in found.rejections] == ["line 3", "line 5 (record 11)"]
    assert len(found.records) == 3
    tagged = fixture("endnote/library.enw", "endnote_tagged")
    assert [each.where for each in tagged.rejections] == ["line 47"]
    assert "no title, abstract or identifier" in tagged.rejections[0].reason


def test_the_tagged_format_keeps_paragraphs_and_signs_of_per_cent() -> None:
    found = fixture("endnote/library.enw", "endnote_tagged")
    work = found.records[0]
    assert work.abstract == "We count ants.\n100% of them.\nSecond paragraph."
    assert (work.title, work.kind, work.year, work.pages) == ("Ants on bridges", "Conference Paper", 2013, "1-8")
    assert found.names(0) == [
        ("Ida M. Holm", 1, "person", "author"), ("Bo Lind", 2, "person", "author"), ("Ada Berg", 1, "person", "editor"),
    ]  # fmt: skip
    assert found.ids(0) == ["doi:10.5555/2505515.2505879", "isbn:9783161484100"]
    assert [subject.code for subject in work.subjects] == ["ants", "bridges", "roads"]
    assert work.publications == (Publication(venue="Proceedings of the 5th Conference on Ants", kind="conference", year=2013),)


def test_a_comma_behind_a_name_says_that_it_is_a_bodys() -> None:
    found = fixture("endnote/library.enw", "endnote_tagged")
    assert found.names(1) == [
        ("I. Holm", 1, "person", "author"),
        ("World Ant Organization", 2, "organisation", "author"),
        ("University of Looms, Department of Heat", 3, "organisation", "author"),
    ]
    assert (found.ids(1), found.records[1].date, found.records[1].cited_by) == (["wos:WOS:000221807500019"], "2018-05-03", 4)


def test_references_without_a_kind_end_at_a_blank_line_or_where_a_title_comes_again() -> None:
    found = export(
        "%A Ida Holm\n%T Ants\n%D 2001\n\n%A Bo Lind\n%T Bees\n%D 2002\n%A Ada Berg\n%T Looms\n%D 2003\n", "endnote_tagged"
    )
    assert [(work.title, len(work.authors), work.year) for work in found.records] == [
        ("Ants", 1, 2001), ("Bees", 1, 2002), ("Looms", 1, 2003),
    ]  # fmt: skip


def test_refworks_keeps_what_its_tags_say() -> None:
    found = fixture("endnote/refworks.txt", "refworks")
    work, chapter = found.records[:2]
    assert (work.where, work.title, work.abstract) == ("line 17", "Ants and their roads", "One.\nTwo.")
    assert (work.year, work.date, work.volume, work.issue, work.pages) == (2003, "2003-01-15", "29", "2", "337-367")
    assert found.ids(0) == ["doi:10.5555/374030", "pmid:18000002"]
    assert work.cites == (Identifier("doi", "10.5555/cited.1"), Identifier("doi", "10.5555/cited.2"))
    assert work.publications[0] == Publication(
        venue="Critical Ants", kind="journal", year=2003, ids=(Identifier("issn", "1234-5679"),)
    )
    assert (chapter.publications[0].venue, chapter.publications[0].kind, chapter.pages) == ("A book of looms", "book", "11-20")
    assert found.names(1) == [("A. Berg", 1, "person", "author"), ("K. Ås", 1, "person", "editor")]


def test_references_of_a_document_of_word_are_read_too() -> None:
    text = (
        "<EndNote><Cite><Author>Holm</Author><Year>2008</Year><RecNum>7</RecNum><DisplayText>(Holm 2008)</DisplayText>"
        "<record><rec-number>7</rec-number><ref-type name='Journal Article'>17</ref-type><titles><title>Ants</title></titles>"
        "</record></Cite></EndNote>"
    )
    found = export(text, "endnote_xml")
    assert ([work.title for work in found.records], found.remarks) == (["Ants"], [])
