"""arXiv's OAI-PMH answers in all three forms."""

from tests.unit.loaders.export_items import export, fixture

EXPORT = fixture("arxiv/oai.xml", "arxiv_oai")


def test_each_form_gives_a_record_and_a_deleted_one_is_rejected() -> None:
    assert [record.where for record in EXPORT.records] == ["line 6 (1706.05371)", "line 10 (0704.0001)", "line 14 (math/0309136)"]
    assert [rejection.where for rejection in EXPORT.rejections] == ["line 19 (0704.0002)"]
    assert EXPORT.remarks == []


def test_arxiv_gives_divided_names() -> None:
    first, group = EXPORT.records[0].authors
    assert (first.name, first.family, first.given) == ("Neal J. Evans II", "Evans", "Neal J.")
    assert [place.name for place in first.affiliations] == ["Texas"]
    assert (group.name, group.family, group.kind) == ("XENON Collaboration", None, "organisation")


def test_arxiv_raw_gives_names_in_one_string_and_versions() -> None:
    paper = EXPORT.records[1]
    assert [(one.name, [place.name for place in one.affiliations]) for one in paper.authors] == [
        ("A. S. Balázs", ["CERN", "DESY, Hamburg"]),
        ("N. Example Jr.", ["Oxford, UK"]),
        ("C. Third", ["DESY, Hamburg"]),
    ]
    assert (paper.date, paper.authors_complete) == ("2007-04-02", False)


def test_dublin_core_gives_the_same_fields() -> None:
    paper = EXPORT.records[2]
    assert [(one.name, one.family, one.given) for one in paper.authors] == [
        ("Ann B. van Example", "van Example", "Ann B."),
        ("Bo Example", "Example", "Bo"),
    ]
    assert EXPORT.ids(2) == ["arxiv:math/0309136", "doi:10.2140/gt.2004.8.1"]
    assert (paper.abstract, paper.comment, paper.date) == ("An abstract.", "12 pages", "2003-09-08")
    assert [subject.code for subject in paper.subjects] == ["math.GT"]
    assert paper.publications[1].venue == "Geom. Topol."


def test_errors_of_the_server_are_told_apart_from_nothing_found() -> None:
    answer = '<OAI-PMH><request verb="ListRecords">http://export.arxiv.org/oai2</request><error code="{}">why</error></OAI-PMH>'
    nothing = export(answer.format("noRecordsMatch"), "arxiv_oai")
    wrong = export(answer.format("badArgument"), "arxiv_oai")
    assert (len(nothing.remarks), len(nothing.rejections)) == (1, 0)
    assert [rejection.reason for rejection in wrong.rejections] == [
        "arXiv answered with the error badArgument: why; correct the query"
    ]
