"""arXiv's Atom feeds, errors and empty ones included."""

from tests.unit.loaders.export_items import export, fixture

EXPORT = fixture("arxiv/feed.xml", "arxiv_atom")


def test_papers_are_records_an_error_and_a_cut_are_rejections() -> None:
    assert [record.where for record in EXPORT.records] == ["line 7 (astro-ph/0601001v2)", "line 29 (2101.08692v1)"]
    error, cut = EXPORT.rejections
    assert error.reason == "arXiv answered with an error in place of papers: incorrect id format for abc; correct the query"
    assert cut.where.startswith("line 36")
    assert "the file ends inside this record" in cut.reason


def test_fields_are_plain_text_with_bare_ids() -> None:
    paper = EXPORT.records[0]
    assert paper.title == "Stars with α and Gröbner bases"
    assert paper.abstract == "About ∼10 stars < 5%."
    assert paper.comment == "5 pages, http://example.org/~ann/"
    assert EXPORT.ids(0) == ["arxiv:astro-ph/0601001", "doi:10.1000/abc.1", "doi:10.1000/def.2"]
    assert (paper.date, paper.year) == ("2006-01-02", 2006)
    assert [subject.code for subject in paper.subjects] == ["astro-ph"]


def test_authors_collaborations_affiliations_and_et_al() -> None:
    assert EXPORT.names(0) == [("José Example", 1, "person", "author"), ("BABAR Collaboration", 2, "organisation", "author")]
    assert [place.name for place in EXPORT.records[0].authors[0].affiliations] == ["Ohio State"]
    assert [record.authors_complete for record in EXPORT.records] == [False, True]


def test_the_preprint_and_where_it_was_published() -> None:
    published = [[(one.venue, one.kind, one.year) for one in record.publications] for record in EXPORT.records]
    assert published == [
        [("arXiv", "preprint", 2006), ("Phys. Rev. D", "journal", 2007)],
        [("arXiv", "preprint", 2021), ("ICLR", "conference", 2021)],
    ]


def test_an_empty_feed_is_a_remark() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/api/x</id><title>arXiv Query: id_list=0000.0000</title>'
        "</feed>"
    )
    found = export(feed, "arxiv_atom")
    assert [remark.reason for remark in found.items if remark in found.remarks] == [
        "the feed has no entries: arXiv Query: id_list=0000.0000 found nothing"
    ]
    assert found.header.facts == (("query", "arXiv Query: id_list=0000.0000"),)
