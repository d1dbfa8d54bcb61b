"""dblp's XML: works, person records, redirects, and what is broken in it."""

from loaders import Source
from loaders.dblp import xml as dblp
from loaders.records import Rejection
from tests.unit.loaders.export_items import export, fixture

EXPORT = fixture("dblp/excerpt.xml", "dblp")


def test_every_element_is_a_record_a_person_or_a_rejection() -> None:
    assert [record.where.partition(" (")[2][:-1] for record in EXPORT.records] == [
        "journals/corr/abs-2003-12345",
        "conf/acl/XuO20",
        "conf/acl/2020",
        "journals/x/Gone20",
        "phd/Example02",
    ]
    assert [(person.name, person.where) for person in EXPORT.people] == [
        ("Ann Example 0001", "line 58 (homepages/s/AnnExample)"),
        ("", "line 66 (homepages/17/8399)"),
    ]
    assert [(rejection.where, rejection.reason) for rejection in EXPORT.rejections] == [
        (
            "line 44 (journals/x/Broken20)",
            "the record is not well-formed XML: an & by itself (write &amp;), line 46, column 16",
        ),
        ("line 48 (journals/x/Unclosed20)", "the record is not well-formed XML: <article> has no end tag </article>"),
        (
            "line 51 (journals/x/Entity20)",
            "the record is not well-formed XML: the entity &nosuch; is unknown; "
            "only XML's and HTML's character entities are read",
        ),
        ("line 55 (data/00001/00001)", "the record has no title"),
        (
            "line 69 (homepages/e/Example)",
            "dblp uses this record for all people named 'Ann Example' whom it does not tell apart: it is not a person",
        ),
    ]


def test_entities_markup_and_the_final_full_stop_do_not_reach_names_and_titles() -> None:
    assert [record.title for record in EXPORT.records] == [
        "On k-SAT & H2O",
        "A Second Look...",
        "Proceedings of the Meeting",
        "Gone",
        "A Thesis",
    ]
    assert EXPORT.names(0) == [("Zheng Xu 0002", 1, "person", "author"), ("Jürgen Öhman", 2, "person", "author")]
    assert EXPORT.records[0].authors[1].ids[0].value == "0000-0002-1825-0097"


def test_links_give_ids() -> None:
    assert EXPORT.ids(0) == ["dblp:journals/corr/abs-2003-12345", "arxiv:2003.12345"]
    assert EXPORT.ids(1) == ["dblp:conf/acl/XuO20", "doi:10.18653/v1/2020.acl-main.1", "acl:2020.acl-main.1"]
    assert EXPORT.ids(2) == ["dblp:conf/acl/2020", "isbn:9781952148255"]


def test_kinds_venues_dates_editors_citations_and_withdrawal() -> None:
    records = EXPORT.records
    assert [(one.venue, one.kind, one.year) for record in records for one in record.publications] == [
        ("arXiv", "preprint", 2020),
        ("ACL", "conference", 2020),
        ("ACL", "conference", 2020),
        ("J. Examples", "journal", 2020),
        ("University of Examples", "thesis", 2002),
    ]
    assert records[1].date == "2020-07"
    assert EXPORT.names(2) == [("Ann Editor", 1, "person", "editor")]
    assert [known.value for known in records[1].cites] == ["journals/corr/abs-2003-12345"]
    assert (records[3].kind, records[3].comment) == ("article, withdrawn", "Withdrawn")


def test_a_person_record_gives_names_affiliations_and_ids_and_a_redirect_where_it_leads() -> None:
    person, redirect = EXPORT.people
    assert person.name_forms == ("Ann B. Example",)
    assert [place.name for place in person.affiliations] == ["University of Examples"]
    assert [(known.scheme, known.value) for known in person.ids] == [("dblp", "s/AnnExample"), ("orcid", "0000-0002-1825-0097")]
    assert [known.value for known in redirect.ids] == ["s/AnnExample"]
    assert [known.value for known in redirect.replaces] == ["17/8399"]


def test_the_page_of_a_person_is_about_that_person() -> None:
    page = fixture("dblp/person.xml", "dblp")
    about = page.header.about
    assert about is not None
    assert (about.name, about.name_forms) == ("Ann Example 0001", ("Ann B. Example",))
    assert [known.value for known in about.ids] == ["s/AnnExample", "0000-0002-1825-0097"]
    assert [(count.name, count.count, count.counts_records) for count in page.header.declared] == [("publications", 1, True)]
    assert page.names(0) == [("Ann Example 0001", 1, "person", "author"), ("Bo Example", 2, "person", "author")]
    assert [known.value for one in page.records[0].authors for known in one.ids] == ["s/AnnExample", "17/1"]
    assert len(page.items) == 1


def test_records_without_the_element_around_them_are_read() -> None:
    text = '<article key="a/b" mdate="2020-01-01"><author>A B</author><title>One.</title></article>'
    found = export(f"{text}\n{text}", "dblp")
    assert [record.where for record in found.records] == ["line 1 (a/b)", "line 2 (a/b)"]
    assert found.rejections == []


def test_a_work_inherits_venue_and_year_from_its_volume_wherever_that_stands() -> None:
    volume = '<proceedings key="conf/a/1999"><title>Ants.</title><booktitle>ANTS</booktitle><year>1999</year></proceedings>'
    paper = (
        '<inproceedings key="conf/a/Berg99"><author>Ada Berg</author><title>Legs.</title><crossref>{}</crossref></inproceedings>'
    )
    orphan = paper.format("conf/a/2001").replace("Berg99", "Berg01")
    for order in ((volume, paper.format("conf/a/1999"), orphan), (orphan, paper.format("conf/a/1999"), volume)):
        found = export(f"<dblp>{''.join(order)}</dblp>", "dblp").records
        work = next(one for one in found if one.ids[0].value == "conf/a/Berg99")
        assert (work.year, work.date, [(at.venue, at.year) for at in work.publications]) == (1999, "1999", [("ANTS", 1999)])
        assert [one.publications for one in found if one.ids[0].value == "conf/a/Berg01"] == [()]


def test_a_note_of_dblps_own_is_named_in_one_pair_of_brackets() -> None:
    text = '<dblp><www key="dblpnote/error" mdate="2020-01-01"><title>(error)</title></www></dblp>'
    items = list(dblp.read(Source.of(text)))
    [rejection] = [item for item in items if isinstance(item, Rejection)]
    assert rejection.reason == "the record is a note of dblp's own (error), no work"
