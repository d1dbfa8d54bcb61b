"""What each page format promises, on pages with everything that is awkward about it and on the demo pages."""

import pytest

from loaders import Source
from loaders.pages import arxiv_listing
from loaders.records import Affiliation, Authorship, Declared, Identifier, Publication, Record
from tests.unit.loaders.page_parts import AWKWARD, DEMO, Parts, load, parts


def by_title(page: Parts) -> dict[str | None, Record]:
    return {record.title: record for record in page.records}


def names(record: Record) -> list[tuple[str, int | None]]:
    return [(author.name, author.position) for author in record.authors]


@pytest.mark.parametrize(
    ("page", "format_name", "records", "owner"),
    [
        ("researcher_profile_soham_de.txt", "researcher_profile", 11, "Soham De"),
        ("researcher_profile_samuel_l_smith.txt", "researcher_profile", 7, "Samuel L. Smith"),
        ("author_name_cluster_soham_de.txt", "author_name_cluster", 12, "Soham De"),
        ("paper_list_bishshoy_das.txt", "paper_list", 2, "Bishshoy Das"),
        ("arxiv_listing_soham_de.txt", "arxiv_listing", 10, None),
    ],
)
def test_a_demo_page_is_read_whole_and_bears_out_its_counts(page: str, format_name: str, records: int, owner: str | None) -> None:
    read = load(DEMO / page)
    assert (read.header.format, len(read.records), read.rejections) == (format_name, records, [])
    assert (read.header.about.name if read.header.about else None) == owner
    assert {count.count for count in read.header.declared if count.counts_records} <= {records}
    assert len(read.remarks) == (owner is None)


def test_every_fact_of_a_profile_is_kept() -> None:
    header = load(DEMO / "researcher_profile_soham_de.txt").header
    assert dict(header.facts) == {
        "role": "Researcher",
        "affiliation_state": "Affiliation not imported",
        "open_to_collaborate": True,
        "trust": 21,
        "trust_level": "Emerging",
        "verification_level": "L1",
        "claim_state": "Unclaimed author",
        "followers": 0,
    }
    assert set(header.declared) == {
        Declared(name="works", count=11, counts_records=True),
        Declared(name="published_items", count=11, counts_records=True),
        Declared(name="topics", count=6),
        Declared(name="close_collaborators", count=4),
    }


def test_other_trust_blocks_and_thousands_are_understood() -> None:
    header = load(AWKWARD / "researcher_profile_awkward.txt").header
    facts = dict(header.facts)
    assert facts == {
        "role": "Professor",
        "affiliation_state": "Affiliation given",
        "open_to_collaborate": False,
        "trust": 87,
        "trust_level": "Well established",
        "verification_level": "L3",
        "claim_state": "Claimed author",
        "verified": True,
        "followers": 1204,
    }
    assert header.about is not None
    assert header.about.affiliations == (Affiliation("University of Nowhere"),)


def test_kind_year_and_source_of_a_profile_are_told_apart() -> None:
    page = load(AWKWARD / "researcher_profile_awkward.txt")
    assert [(record.kind, record.year, record.publications) for record in page.records] == [
        ("journal article", 2019, (Publication(venue="Nature", kind="journal", year=2019),)),
        ("conference paper", 2018, (Publication(venue="NeurIPS", kind="conference", year=2018),)),
        ("preprint", 2017, (Publication(venue="bioRxiv", kind="preprint", year=2017),)),
        ("book chapter", 2016, (Publication(venue="3D Vision Handbook", kind="book", year=2016),)),
        ("doctoral thesis", 2010, ()),
        ("review article", 1998, (Publication(venue="Annals of Improbable Research", kind="journal", year=1998),)),
        ("dataset", 1997, (Publication(venue="Zenodo", kind="dataset", year=1997),)),
        ("conference paper", 1996, (Publication(venue="Proc. of the 3rd Symposium on Examples", kind="conference", year=1996),)),
        ("preprint", 1995, (Publication(venue="arXiv", kind="preprint", year=1995),)),
    ]


def test_lines_of_an_abstract_that_look_like_headings_stay_in_the_abstract() -> None:
    profile = by_title(load(AWKWARD / "researcher_profile_awkward.txt"))["COVID2019: lessons for 3 Papers"].abstract or ""
    assert {"preprint2022arXiv", "Published work", "3 Papers", "arXiv:1234.56789 begins a line here."} <= set(profile.split("\n"))
    cluster = by_title(load(AWKWARD / "author_name_cluster_awkward.txt"))["Wide title: with a colon, a comma & an ampersand"]
    assert {"ICML Conference 2018 Conference Paper", "• this bullet stands in the abstract"} <= set(
        (cluster.abstract or "").split("\n")
    )
    paper_list = by_title(load(AWKWARD / "paper_list_awkward.txt"))["A list that ends too early"]
    assert {"LGNov 9, 2022", "3 Papers"} <= set((paper_list.abstract or "").split("\n"))
    listing = load(AWKWARD / "arxiv_listing_awkward.txt").records[1].abstract or ""
    assert "\narXiv:1905.00001 is one, but it is mentioned in a sentence." in listing


def test_the_owner_of_a_profile_wrote_each_work_at_an_unknown_place() -> None:
    for record in load(DEMO / "researcher_profile_soham_de.txt").records:
        assert record.authors == (Authorship(name="Soham De"),)
        assert not record.authors_complete


def test_a_cluster_keeps_the_order_the_scripts_and_the_homonym_numbers_of_authors() -> None:
    page = by_title(load(AWKWARD / "author_name_cluster_awkward.txt"))
    wide = page["Wide title: with a colon, a comma & an ampersand"]
    printed = ["Zheng Xu 0002", "李明", "Плато\u0301н", "Conan O'Brien", "Ludwig van der Rohe Jr.", "Aristotle"]
    assert names(wide) == [(name, position) for position, name in enumerate(printed, 1)]
    assert wide.authors_complete
    assert wide.abstract is not None
    assert wide.abstract.startswith("First paragraph of the abstract.\n\nSecond paragraph")


def test_kinds_and_venues_of_a_cluster() -> None:
    page = load(AWKWARD / "author_name_cluster_awkward.txt")
    assert [(r.kind, r.publications[0].venue, r.publications[0].kind, r.publications[0].year) for r in page.records] == [
        ("Conference Paper", "AAAI", "conference", 2019),
        ("Journal Article", "JMLR", "journal", 2018),
        ("Workshop Paper", "IJCAI", "workshop", 2018),
        ("Conference Paper", "NeurIPS", "conference", 2016),
        ("Negative Result", "Journal of Things", "journal", 2015),
        ("Conference Paper", "AAMAS", "conference", 2014),
        ("Demo", "UAI", "conference", 2013),
        ("Conference Paper", "ICLR", "conference", 1998),
    ]


def test_a_cluster_entry_without_authors_is_still_its_owners_and_one_without_the_owner_is_remarked() -> None:
    page = load(AWKWARD / "author_name_cluster_awkward.txt")
    unlisted = by_title(page)["An entry without an author list"]
    assert (names(unlisted), unlisted.authors_complete) == ([("Zheng Xu 0002", None)], False)
    other = by_title(page)["A workshop paper without an abstract"]
    assert (names(other), other.abstract) == ([("Someone Else", 1)], None)
    assert {(remark.where, remark.reason.split(" ")[2]) for remark in page.remarks} == {
        (other.where, "list"),
        (unlisted.where, "has"),
    }


def test_author_lists_of_a_paper_list_page() -> None:
    page = by_title(load(AWKWARD / "paper_list_awkward.txt"))
    owner = "Søren Kierkegaard-Nielsen"
    assert {title: (names(record), record.authors_complete) for title, record in page.items()} == {
        "A list that ends too early": ([("Ann Example", 1), ("Bob van der Berg", 2), ("李明", 3), (owner, None)], False),
        "A day that no month has": ([(owner, 1)], True),
        "An archive without categories": ([(owner, 1), ("Martin King, Jr.", 2), ("Plato", 3)], True),
        "A full code and no author list": ([(owner, None)], False),
        "An ambiguous code": ([("Ann Example", 1), (owner, 2)], True),
        "A code that arXiv lacks": ([("Ann Example", 1), (owner, 2)], True),
        "Neither an abstract nor the owner": ([("Ann Example", 1), ("Bob van der Berg", 2)], True),
        "Old but gold": ([(owner.upper(), 1), ("Ann Example", 2)], False),
    }


def test_topics_and_dates_of_a_paper_list_page() -> None:
    page = load(AWKWARD / "paper_list_awkward.txt")
    topics = [
        (record.date, subject.scheme, subject.code, subject.label) for record in page.records for subject in record.subjects
    ]
    assert topics == [
        ("2023-11-08", "arxiv", "cs.LG", "Machine Learning"),
        ("2022-02", "arxiv", "eess.IV", "Image and Video Processing"),
        ("2021-01-01", "arxiv", "quant-ph", "Quantum Physics"),
        ("2020-05-03", "arxiv", "cs.CL", "Computation and Language"),
        ("2020-05-02", "arxiv", "stat.AP", "Applications"),
        ("2019-05-01", "keyword", "XX", None),
        ("2018-04-30", "arxiv", "stat.CO", "Computation"),
        ("1998-04-29", "arxiv", "cs.CL", "Computation and Language"),
    ]
    reasons = " ".join(page.reasons)
    assert "'AP' could be stat.AP, math.AP" in reasons
    assert "'XX' is not an arXiv category" in reasons


def test_an_arxiv_listing_is_divided_at_its_ids() -> None:
    page = load(AWKWARD / "arxiv_listing_awkward.txt")
    assert [(record.ids, record.date) for record in page.records] == [
        ((Identifier("arxiv", value),), date)
        for value, date in [
            ("2112.00001", "2021-12"),
            ("2101.00002", "2021-01"),
            ("2002.12345", "2020-02"),
            ("1501.00001", "2015-01"),
            ("1412.9987", "2014-12"),
            ("0704.0001", "2007-04"),
            ("hep-th/9901001", "1999-01"),
            ("math/0309136", "2003-09"),
            ("cs/0101001", "2001-01"),
        ]
    ]
    assert [(record.abstract or "")[:12] for record in page.records] == [
        "An abstract ",
        "3D point clo",
        "Paragraph on",
        "",
        "Before this ",
        "20 qubits be",
        "",
        "A theory of ",
        "The subject ",
    ]
    assert [subject.code for record in page.records for subject in record.subjects] == ["hep-th", "math.GT", "cs"]


def test_a_comment_names_the_venue_beside_the_preprint() -> None:
    records = load(DEMO / "arxiv_listing_soham_de.txt").records
    found = {record.ids[0].value: record for record in records if record.comment}
    assert {key: {(p.venue, p.kind, p.year) for p in record.publications} for key, record in found.items()} == {
        "2101.08692": {("arXiv", "preprint", 2021), ("ICLR", "conference", 2021)},
        "2006.15081": {("arXiv", "preprint", 2020), ("ICML", "conference", 2020)},
        "1807.06766": {
            ("arXiv", "preprint", 2018),
            ("ICML Workshop on Modern Trends in Nonconvex Optimization for Machine Learning", "workshop", 2018),
        },
        "1704.04720": {("arXiv", "preprint", 2017), ("AAMAS", "conference", 2017)},
    }


def test_the_caller_says_whose_an_arxiv_listing_is() -> None:
    source = Source.at(DEMO / "arxiv_listing_soham_de.txt")
    without = parts(list(arxiv_listing.read(source)))
    assert (without.header.about, {record.authors for record in without.records}) == (None, {()})
    assert "name the author" in without.remarks[0].reason
    assert '--author "NAME"' in without.remarks[0].reason
    named = parts(list(arxiv_listing.read(source, author="Soham De")))
    assert named.header.about is not None
    assert (named.header.about.name, named.remarks) == ("Soham De", [])
    assert {record.authors for record in named.records} == {(Authorship(name="Soham De"),)}
    assert not any(record.authors_complete for record in named.records)


def test_a_record_is_named_by_the_line_of_its_heading() -> None:
    lines = (AWKWARD / "author_name_cluster_awkward.txt").read_text(encoding="utf-8").split("\n")
    for record in load(AWKWARD / "author_name_cluster_awkward.txt").records:
        assert str(record.year) in lines[int(record.where.removeprefix("line ")) - 1]
