"""What the loader of the Lens's API promises."""

from loaders.records import Affiliation, Identifier, Publication, Subject
from tests.unit.loaders.export_items import Export, export, fixture


def works() -> Export:
    return fixture("lens/works.json", "lens")


def test_a_work_keeps_its_ids_people_places_and_counts() -> None:
    found = works()
    work = found.records[0]
    assert (work.where, work.title) == ("record 1 (000-000-111-222-333)", "Roads of Formica")
    assert (work.abstract, work.kind, work.year, work.date) == ("We count.\nAnts.", "journal article", 2015, "2015-06-09")
    ids = ["doi:10.5555/lens.1", "lens:000-000-111-222-333", "pmid:25000000", "pmcid:PMC4500000", "mag:1900", "openalex:W1900"]
    assert found.ids(0) == ids
    assert (work.volume, work.issue, work.pages, work.cited_by, work.retracted) == ("51", "13", "1714-1724", 4, True)
    assert work.cites == (Identifier("lens", "003-415-704-045-340"), Identifier("doi", "10.5555/cited"))
    assert work.publications == (
        Publication(venue="Journal of Ants", kind="journal", year=2015, ids=(Identifier("issn", "1234-5679"),)),
    )
    assert found.header.declared[0].count == 7


def test_authors_have_their_ids_and_institutions_with_ror() -> None:
    holm, lind, group = works().records[0].authors
    assert (holm.name, holm.family, holm.given) == ("Ida M. Holm", "Holm", "Ida M.")
    assert holm.ids == (Identifier("orcid", "0000-0002-1825-0097"), Identifier("mag", "2001"))
    assert holm.affiliations == (
        Affiliation(name="Univ A", ror="02nr0ka47", ids=(Identifier("grid", "grid.1.a"),), country="AT"),
        Affiliation(name="Inst B"),
    )
    assert (lind.name, lind.position, lind.ids) == ("B. Lind", 2, ())
    assert (group.name, group.kind) == ("Ant Study Group", "organisation")


def test_subjects_stand_in_the_scheme_that_they_are_of() -> None:
    assert works().records[0].subjects == (
        Subject(scheme="lens", code="myrmecology", label="Myrmecology"),
        Subject(scheme="lens", code="road network", label="Road network"),
        Subject(scheme="keyword", code="ants", label="ants"),
        Subject(scheme="mesh", code="D000293", label="Ants"),
        Subject(scheme="asjc", code="2735", label="Ant Care"),
    )


def test_a_list_shorter_than_its_count_is_incomplete() -> None:
    assert [work.authors_complete for work in works().records] == [True, False, False, False]


def test_of_updates_only_a_retraction_retracts() -> None:
    assert [work.retracted for work in works().records] == [True, False, True, False]


def test_a_work_without_a_journal_appeared_at_its_conference_or_preprint_server() -> None:
    places = [[(place.venue, place.kind) for place in work.publications] for work in works().records]
    assert places[1:3] == [[("Bees 2001", "conference")], [("bioRxiv", "preprint")]]
    assert [work.date for work in works().records] == ["2015-06-09", "2001-05", "2021", None]
    assert [work.cited_by for work in works().records] == [4, None, 2, None]


def test_broken_empty_and_foreign_records_are_rejected_alone() -> None:
    rejected = [(each.where, each.reason) for each in works().rejections]
    assert [where for where, _ in rejected] == [
        "record 4", "record 5 (000-000-111-222-337)", "record 6 (122-064-734-901-067)",
    ]  # fmt: skip
    assert "ask for more fields" in rejected[1][1]
    assert "it is a patent" in rejected[2][1]


def test_one_work_and_an_empty_page_are_recognised() -> None:
    assert export('{"lens_id": "1-1", "title": "Ants"}', "lens").records[0].title == "Ants"
    empty = export('{"total": 0, "max_score": null, "data": []}', "lens")
    assert (empty.items, empty.header.declared[0].count) == ((), 0)
