"""Where in a journal or in proceedings a work stands, compared."""

from typing import Any

import pytest

from graph.load.dois import is_copy, without_version
from graph.load.locus import Locus, difference, is_one_place, locus_of, same_venue
from loaders.records import Identifier, Publication, Record


def place(venue: str | None = "Journal of Ants", kind: Any = "journal", issn: str | None = None, **said: Any) -> Locus:
    """The place that a record names."""
    ids = (Identifier("issn", issn),) if issn else ()
    publications = (Publication(venue=venue, kind=kind, ids=ids),) if venue else ()
    return locus_of(Record(where="record 1", publications=publications, **said))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"pages": "101--110"}, {"pages": "101-10"}),
        ({"pages": "pp. 101–110"}, {"pages": "101"}),
        ({"pages": "S12-S20"}, {"pages": "s12"}),
        ({"pages": "xi–xiv"}, {"pages": "XI-XIV"}),
        ({"volume": "XII"}, {"volume": "12"}),
        ({"volume": "Vol. 12"}, {"volume": "012"}),
        ({"issue": "3-4"}, {"issue": "3"}),
        ({"issue": "Suppl. 1"}, {"issue": "S1"}),
        ({"article_number": "e00123"}, {"article_number": "E00123"}),
    ],
)
def test_spellings_of_one_place_do_not_differ(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert difference(place(**one), place(**other)) is None
    assert place(**one).key.split("/")[0] == place(**other).key.split("/")[0] or "issue" in one


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ({"volume": "12"}, {"volume": "13"}, "volumes 12 and 13"),
        ({"volume": "12", "issue": "1"}, {"volume": "12", "issue": "2"}, "issues 1 and 2"),
        ({"volume": "12", "issue": "1", "pages": "1-2"}, {"volume": "12", "issue": "2", "pages": "1-2"}, "issues 1 and 2"),
        ({"pages": "101-110"}, {"pages": "111-120"}, "first pages 101 and 111"),
        ({"pages": "iii-iv"}, {"pages": "v-vi"}, "first pages 3 (Roman) and 5 (Roman)"),
        ({"article_number": "104512"}, {"article_number": "104777"}, "article numbers 104512 and 104777"),
    ],
)
def test_other_numbers_are_other_places(one: dict[str, Any], other: dict[str, Any], said: str) -> None:
    assert difference(place(**one), place(**other)) == said
    assert difference(place(None, **one), place(**other)) == said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"pages": "e12"}, {"pages": "12-20"}),
        ({"pages": "iv-x"}, {"pages": "4-10"}),
        ({"pages": "1-10"}, {"pages": "101-110"}),
        ({"pages": "S0140-6736(97)11096-0"}, {"pages": "637-641"}),
        ({"pages": "350 p."}, {"pages": "17-30"}),
        ({"volume": "2019"}, {"volume": "34"}),
        ({"volume": "abs/2001.00001"}, {"volume": "34"}),
        ({"article_number": "e123", "pages": "1-12"}, {"article_number": "e123", "pages": "55-66"}),
    ],
)
def test_numbers_of_two_kinds_say_nothing_of_each_other(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert difference(place(**one), place(**other)) is None


def test_a_conference_and_a_journal_have_places_of_their_own() -> None:
    assert difference(place(pages="1-9"), place("Ants and Bees", "conference", pages="201-210")) is None


def test_two_journals_are_two_places_where_neither_volume_nor_page_is_the_others() -> None:
    here = place("Plant Notes", volume="30", issue="1", pages="8-12")
    assert difference(here, place("Bean Notes", volume="69", issue="10", pages="1485")) == (
        "venues, volumes and first pages 30:8 and 69:1485"
    )
    assert difference(here, place("Bean Notes", volume="69", pages="8-12")) is None
    assert difference(here, place("Bean Notes", volume="30", pages="1485")) is None
    assert difference(here, place("Bean Notes", volume="69")) is None
    assert difference(here, place("Bean Notes", volume="69", pages="1-5")) is None, (
        "counted anew, as before an issue is put together"
    )


def test_the_volume_of_proceedings_is_counted_by_some_and_not_by_others() -> None:
    assert difference(place("Ants", "conference", volume="8689"), place("Ants", "conference", volume="13")) is None


def test_a_venue_is_known_by_its_issn_and_by_abbreviations() -> None:
    journal = place("Journal of the Society of Ants", issn="1234-5679")
    assert same_venue(journal, place("J. Soc. Ants"))
    assert same_venue(journal, place("Ants Soc J", issn="1234-5679"))
    assert not same_venue(journal, place("Journal of the Society of Bees"))
    assert not same_venue(journal, place(None))


def test_one_place_needs_venue_volume_and_page() -> None:
    whole = place(volume="12", issue="1", pages="5-9", year=2020)
    assert is_one_place(whole, place(volume="12", pages="5", year=2021))
    assert is_one_place(whole, place(pages="5", year=2020))
    assert not is_one_place(whole, place(volume="12", issue="1", year=2020))
    assert not is_one_place(whole, place(pages="5", year=2021))
    assert not is_one_place(whole, place(None, volume="12", pages="5", year=2020))
    assert not is_one_place(whole, place(volume="12", issue="1", pages="7", year=2020))


@pytest.mark.parametrize(
    ("doi", "copy"),
    [
        ("10.48550/arxiv.2001.00001", True),
        ("10.1101/2020.01.01.123456", True),
        ("10.1101/123456", True),
        ("10.1101/gr.123456.120", False),
        ("10.31234/osf.io/abcde", True),
        ("10.5281/zenodo.123", True),
        ("10.2307/123456", True),
        ("10.5194/egusphere-2023-1", True),
        ("10.5194/acp-2019-123", True),
        ("10.5194/acp-19-123-2019", False),
        ("10.5194/acpd-11-12345-2011", True),
        ("10.5194/essdd-3-1-2010", True),
        ("10.5194/essd-3-1-2010", False),
        ("10.5194/gmd-3-1-2010", False),
        ("10.5194/sd-3-1-2010", False),
        ("10.1590/scielopreprints.1234", True),
        ("10.1590/0034-1234.2022", False),
        ("10.3762/bxiv.2022.12.v1", True),
        ("10.3762/bjoc.18.12", False),
        ("10.51094/jxiv.123", True),
        ("10.18653/v1/p19-1001", False),
        ("10.1016/j.ants.2020.01.001", False),
    ],
)
def test_copies_are_told_from_publications_by_their_doi(doi: str, copy: bool) -> None:
    assert is_copy(doi) is copy


@pytest.mark.parametrize(
    ("doi", "work"),
    [
        ("10.12688/f1000research.1234.2", "10.12688/f1000research.1234"),
        ("10.9999/ants-2020-1.v3", "10.9999/ants-2020-1"),
        ("10.18653/v1/p19-1001", "10.18653/v1/p19-1001"),
        ("10.9999/jonc.2020.001", "10.9999/jonc.2020.001"),
    ],
)
def test_versions_have_one_work(doi: str, work: str) -> None:
    assert without_version(doi) == work
