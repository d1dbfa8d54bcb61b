"""What the loaders of AMiner promise, for its releases as JSON, as MongoDB prints them, and as tagged text."""

import json

import pytest

from loaders.parsing.json_shell import ShellTypes
from loaders.records import Affiliation, Declared, Identifier, InstitutionRecord, Publication, Subject, VenueRecord
from tests.unit.loaders.export_items import Export, export, fixture


def network() -> Export:
    return fixture("aminer/network.json", "aminer")


def papers() -> Export:
    return fixture("aminer/papers.jsonl", "aminer")


def test_a_release_that_mongodb_printed_is_read_with_its_types() -> None:
    found = network()
    brief, work = found.records
    assert (brief.title, brief.year, brief.cited_by, brief.authors_complete) == ("Ants in brief", 2011, 0, False)
    assert work.title == "The relation NumberInt(3) of ants and bridges"
    assert (work.year, work.pages, work.cited_by) == (2011, "1930-1933", 12)
    assert found.ids(1) == ["aminer:53e99784b7602d9701f3e133", "mag:77", "doi:10.5555/antsense.2011"]
    assert work.cites == (Identifier("aminer", "53e99784b7602d9701f3e3f5"),)
    assert work.publications == (Publication(venue="ANTSENSE", kind="conference", year=2011),)
    assert [each.curie for each in work.subjects] == ["mag:myrmecology", "keyword:ants", "keyword:bridges"]


def test_authors_have_their_ids_and_each_of_their_places_and_one_without_a_name_is_missed() -> None:
    work = network().records[1]
    holm, lind = work.authors
    assert holm.ids == (Identifier("aminer", "53f45728dabfaec09f209538"),)
    assert holm.affiliations == (Affiliation("Academy of Ants, Graz"), Affiliation("School of Bridges"))
    assert lind.ids == (Identifier("aminer", "5601754245cedb3395e59457"), Identifier("orcid", "0000-0002-1825-0097"))
    assert work.authors_complete is False


def test_a_broken_and_an_empty_paper_are_rejected_alone() -> None:
    assert [each.where for each in network().rejections] == ["record 3", "record 4 (53e99784b7602d9701f3e135)"]


def test_numbers_are_those_of_the_microsoft_academic_graph() -> None:
    found = papers()
    work = found.records[0]
    assert (found.ids(0), work.cites) == (["mag:2005687710"], (Identifier("mag", "2005687711"),))
    assert [(each.name, each.ids, each.shared_ids) for each in work.authors] == [
        ("Ida Holm", (Identifier("mag", "11"),), ()),
        ("Bo Lind", (), (Identifier("mag", "12"),)),
        ("Ann Lee", (), (Identifier("mag", "12"),)),
    ]
    assert (work.abstract, work.kind, work.volume, work.issue) == ("We count", "Journal", "1", "2")
    assert work.subjects == (Subject(scheme="mag", code="ant", label="Ant", score=0.5),)
    assert work.publications[0].kind == "journal"


def test_names_alone_and_exported_types_are_read_too() -> None:
    looms, bees = papers().records[1:]
    assert [each.name for each in looms.authors] == ["Ada Berg", "Karl Ås"]
    assert looms.publications == (Publication(venue="international conference on looms", kind="conference", year=2011),)
    assert (bees.ids, bees.year, bees.cited_by) == ((Identifier("aminer", "53e99784b7602d9701f3e3f6"),), 2002, 4)
    assert bees.authors[0].ids == (Identifier("aminer", "53f45728dabfaec09f209539"),)


def test_authors_venues_and_affiliations_have_records_of_their_own() -> None:
    found = papers()
    assert [(one.name, one.ids, one.affiliations) for one in found.people] == [
        ("Ida Holm", (Identifier("mag", "44"),), (Affiliation("Univ A"),)),
    ]
    assert [(one.name, one.kind) for one in found.of(VenueRecord)] == [("Journal of Ants", "journal")]
    assert [one.name for one in found.of(InstitutionRecord)] == ["Univ A"]
    assert [each.where for each in found.rejections] == ["line 7 (67)"]


def test_the_tagged_text_keeps_what_its_lines_say() -> None:
    found = fixture("aminer/network.txt", "aminer_tagged")
    ants, bees, looms = found.records
    assert (ants.title, ants.abstract, ants.year, ants.cited_by) == ("Ants on bridges.", "An overview\nof ants.", 1995, 2743)
    assert [each.name for each in ants.authors] == ["Ida Holm", "Bo van der Lind", "Ann Lee"]
    assert ants.cites == (Identifier("aminer", "165"), Identifier("aminer", "356"))
    assert [work.ids for work in (ants, bees, looms)] == [(Identifier("aminer", key),) for key in ("25", "26", "1083734")]
    assert [work.publications[0].kind for work in (ants, bees)] == ["journal", "conference"]
    assert (bees.cited_by, looms.publications, looms.cites) == (None, (), (Identifier("aminer", "25"),))
    assert [(each.name, each.affiliations) for each in looms.authors] == [
        ("Ada Berg", ()), ("Karl Ås", (Affiliation("University of Looms"),)),
    ]  # fmt: skip
    assert [(one.name, len(one.affiliations)) for one in found.people] == [("Ida Holm", 2)]


def test_the_count_above_tagged_text_is_declared_and_numbers_are_said_to_be_of_one_release() -> None:
    found = fixture("aminer/network.txt", "aminer_tagged")
    assert found.header.declared == (Declared(name="papers", count=3, counts_records=True),)
    assert "one release" in found.remarks[0].reason
    hexadecimal = export("#*Ants\n#@Ida Holm\n#t2001\n#index5390a74b20f70186a0e8b40b\n", "aminer_tagged")
    assert (hexadecimal.remarks, hexadecimal.ids(0)) == ([], ["aminer:5390a74b20f70186a0e8b40b"])


TYPED = (
    '{"a" : NumberInt(1), "b":NumberLong("2"),"c": ObjectId("5f"), "d" : ISODate("2001-01-01"), "e": "x: NumberInt(3)", "f": [1]}'
)


@pytest.mark.parametrize("size", range(1, len(TYPED) + 1))
def test_types_of_a_shell_are_taken_out_wherever_the_text_is_cut(size: int) -> None:
    plain = ShellTypes()
    pieces = [TYPED[at : at + size] for at in range(0, len(TYPED), size)]
    text = "".join(plain(piece, False) for piece in pieces) + plain("", True)
    assert json.loads(text) == {"a": 1, "b": 2, "c": "5f", "d": "2001-01-01", "e": "x: NumberInt(3)", "f": [1]}


def test_a_network_of_many_blocks_is_read_whole() -> None:
    record = '{{\n"_id" : "{:024x}",\n"title" : "Ants {}",\n"year" : NumberInt(2001),\n"n_citation" : NumberInt({})\n}}'
    text = "[" + ",\n".join(record.format(n, n, n) for n in range(30_000)) + "]"
    assert [work.cited_by for work in export(text, "aminer").records] == list(range(30_000))


@pytest.mark.parametrize("separator", [",", ", ", ";"])
def test_a_suffix_or_a_degree_between_separators_is_no_author(separator: str) -> None:
    printed = separator.join(("Guy L. Leeward", "Jr.", "Ann Lee", "III", "Bo Chen", "PhD"))
    (work,) = export(f"#*One\n#@{printed}\n#t2001\n#o Here;There;Elsewhere\n#index1\n", "aminer_tagged").records
    assert [(author.name, author.affiliations) for author in work.authors] == [
        ("Guy L. Leeward Jr.", (Affiliation("Here"),)),
        ("Ann Lee III", (Affiliation("There"),)),
        ("Bo Chen", (Affiliation("Elsewhere"),)),
    ]
    assert work.authors_complete
