"""PubMed's XML."""

import pytest

from loaders.records import Identifier
from tests.unit.loaders.export_items import export, fixture

EXPORT = fixture("pubmed/set.xml", "pubmed_xml")


def test_every_citation_is_a_record_or_a_rejection_and_deletions_are_named() -> None:
    assert [record.where for record in EXPORT.records] == ["line 4 (PMID 101)", "line 28 (PMID 102)"]
    assert [rejection.where for rejection in EXPORT.rejections] == ["line 29 (103)", "line 30 (PMID 104)"]
    assert [remark.reason for remark in EXPORT.remarks] == [
        "PubMed marks these spellings of authors as wrong, and they were left out: R J Whitely",
        "PubMed has withdrawn 2 citations, which a load does not remove: 23203860, 23203861",
    ]


def test_titles_lose_markup_and_brackets_and_a_missing_one_is_the_vernacular() -> None:
    assert [record.title for record in EXPORT.records] == ["The beriberi heart (CO2)", "Un titre"]
    assert EXPORT.records[0].abstract == "AIM: To see.\nRESULTS: Seen."


def test_authors_groups_orcids_affiliations_and_incomplete_lists() -> None:
    assert EXPORT.names(0) == [
        ("Ann B van Example Jr", 1, "person", "author"),
        ("R J Whitley", 2, "person", "author"),
        ("Heart Rhythm Society", 3, "organisation", "author"),
    ]
    first = EXPORT.records[0].authors[0]
    assert (first.family, first.given) == ("van Example", "Ann B")
    assert [known.value for known in first.ids] == ["0000-0002-1825-0097"]
    assert [place.name for place in first.affiliations] == ["University of Examples", "Second Place"]
    assert [record.authors_complete for record in EXPORT.records] == [False, False]


def test_ids_dates_journal_subjects_citations_and_retraction() -> None:
    paper = EXPORT.records[0]
    assert EXPORT.ids(0) == ["pmid:101", "pmcid:PMC77", "doi:10.1000/abc"]
    assert (paper.year, paper.date, paper.kind) == (1998, "1998-12", "Journal Article")
    assert [(one.venue, one.kind) for one in paper.publications] == [("Science", "journal")]
    assert [(one.scheme, one.code) for one in paper.subjects] == [("mesh", "D001602"), ("keyword", "vitamin b1")]
    assert [known.value for known in paper.cites] == ["56", "55"]
    assert paper.comment == "Retracted: Science. 2000;1:2"
    assert EXPORT.records[1].date == "2001-03-15"


def test_a_citation_without_a_set_is_read() -> None:
    text = "<MedlineCitation><PMID>7</PMID><Article><ArticleTitle>One.</ArticleTitle></Article></MedlineCitation>"
    for whole in (text, f"<PubmedArticle>{text}</PubmedArticle>"):
        assert export(whole, "pubmed_xml").ids(0) == ["pmid:7"]


@pytest.mark.parametrize(
    ("printed", "reference"),
    [
        ("Retraction of Publication", "RetractionOf"),
        ("Published Erratum", "ErratumFor"),
        ("Expression of Concern", "ExpressionOfConcernFor"),
    ],
)
def test_a_notice_is_one_though_it_is_a_journal_article_too(printed: str, reference: str) -> None:
    kinds = "".join(f"<PublicationType>{kind}</PublicationType>" for kind in ("Journal Article", printed))
    note = f'<CommentsCorrections RefType="{reference}"><RefSource>J Ants. 2001</RefSource><PMID>21</PMID></CommentsCorrections>'
    text = (
        '<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>22</PMID><Article><ArticleTitle>Ants.'
        f"</ArticleTitle><PublicationTypeList>{kinds}</PublicationTypeList></Article>"
        f"<CommentsCorrectionsList>{note}</CommentsCorrectionsList></MedlineCitation></PubmedArticle></PubmedArticleSet>"
    )
    (record,) = export(text, "pubmed_xml").records
    assert (record.kind, record.corrects) == (printed, (Identifier("pmid", "21"),))
