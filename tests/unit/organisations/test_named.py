"""What uid an institution gets by its affiliation, and what is worked out of all that is said of it."""

import itertools

import msgspec
import pytest

from graph.organisations.named import country_in, place_of, places_of, united
from graph.organisations.records import Said
from loaders.records import Affiliation, Identifier, InstitutionRecord

GRID, ISNI = Identifier("grid", "grid.5685.e"), Identifier("isni", "0000000419368668")


def uids(name: str, ror: str | None = None, *ids: Identifier) -> list[str]:
    return [place.uid for place in places_of(Affiliation(name, ror, ids))]


def test_a_ror_id_names_an_institution_then_a_grid_id_then_its_name_with_the_country_that_is_printed() -> None:
    printed = "Department of Physics, University of York, York, UK"
    [by_name] = uids(printed)
    assert uids(printed, "04m01e293", GRID) == ["ror:04m01e293"]
    assert uids(printed, None, ISNI, GRID) == ["grid:grid.5685.e"]
    assert uids(printed, None, ISNI) == [by_name]
    assert by_name.endswith("|gb")
    assert uids("University of York") == [by_name.removesuffix("|gb")]
    assert (country_in(by_name), country_in("ror:04m01e293"), country_in(uids("University of York")[0])) == ("GB", None, None)
    assert country_in(uids("| |", None, ISNI)[0]) is None


def test_spellings_of_a_name_are_one_and_namesakes_elsewhere_are_not() -> None:
    same = {uids(name)[0] for name in ("The University of York, UK", "UNIVERSITY OF YORK, England", ", Univ. York, York, UK")}
    assert len(same) == 1
    assert uids("University of York, York, PA, USA")[0] not in same
    assert uids("York University, UK")[0] not in same


def test_the_parts_of_an_address_are_kept_with_what_is_printed() -> None:
    printed = "Dept. of Physics, University of York, York, UK"
    [place] = places_of(Affiliation(printed, None, (ISNI,)))
    assert (place.name, place.unit, place.city, place.country) == ("University of York", "Dept. of Physics", "York", "GB")
    assert (place.address, place.ids) == (printed, ("isni:0000000419368668",))


@pytest.mark.parametrize("text", ["NA", "n/a", "-", "ada@example.org"])
def test_a_text_that_names_no_institution_gives_none_unless_an_id_says_that_it_is_one(text: str) -> None:
    assert uids(text) == []
    assert uids(text, "04m01e293") == ["ror:04m01e293"]


def test_a_record_about_an_institution_has_the_uid_that_its_name_has_on_papers() -> None:
    record = InstitutionRecord(where="line 1", name="University of York", ids=(Identifier("ror", "04m01e293"), ISNI))
    assert [place_of(record).uid] == uids("University of York")
    named = InstitutionRecord(where="line 1", name="University of York", ror="04m01e293", ids=(GRID,))
    assert place_of(named).uid == "ror:04m01e293"


def test_an_institution_is_called_as_most_call_it_and_first_as_records_of_its_own_do() -> None:
    said = Said("ror:04m01e293")
    for name, times in (("UNIV YORK", 3), ("University of York", 3), ("Univ. of York", 1)):
        said.add(name, None, (), times)
    assert said.name == "University of York"
    said.add("UNIV YORK", "GB", ("isni:1",))
    assert (said.name, said.country) == ("UNIV YORK", "GB")
    said.add_record(msgspec.json.encode(InstitutionRecord(where="", name="York", ror="04m01e293", aliases=("UoY",))).decode())
    row = said.row()
    assert (row["name"], row["ror"], row["ids"], row["said_country"]) == ("York", "04m01e293", ["isni:1"], "GB")
    assert row["aliases"] == ["UNIV YORK", "University of York", "Univ. of York", "UoY"]


def test_the_country_of_a_name_is_the_one_in_its_uid() -> None:
    said = Said("institution:univ york|gb")
    said.add("University of York", "US", ())
    assert said.country == "GB"


def test_a_namesake_is_found_by_its_compared_name_and_its_ids() -> None:
    [place] = places_of(Affiliation("Univ. of York, UK", None, (ISNI,)))
    said = Said(place.uid)
    said.add(place.name, place.country, place.ids)
    by_id = Said("ror:04m01e293")
    by_id.add("The University of York", None, ())
    assert said.row()["keys"] == ["isni:0000000419368668", "name:univ_york"]
    assert by_id.row()["keys"] == ["ror:04m01e293", "name:univ_york"]


@pytest.mark.parametrize("name", ['"', "\\", "東京大学", "x" * 900, "· · ·"])
def test_any_name_is_found_by_one_word(name: str) -> None:
    said = Said("ror:04m01e293")
    said.add(name, None, ())
    [key] = [key for key in said.row()["keys"] if key.startswith("name:")]  # type: ignore[attr-defined]
    assert len(key.split()) == 1
    assert len(key) < 255
    assert '"' not in key


@pytest.mark.parametrize("country", ["GB", "gb", "UK", "United Kingdom", "England"])
def test_a_country_in_a_field_of_its_own_is_read_as_a_code_or_a_name(country: str) -> None:
    [place] = places_of(Affiliation("University of York", None, (), country, "Heslington"))
    assert (place.uid, place.country, place.city) == ("institution:univ york|gb", "GB", "Heslington")
    [by_id] = places_of(Affiliation("University of York", "04m01e293", (), country))
    assert (by_id.uid, by_id.country) == ("ror:04m01e293", "GB")


def test_a_country_and_a_city_of_their_own_come_before_those_of_the_text() -> None:
    [place] = places_of(Affiliation("University of York, York, PA, USA", None, (), "GB", None))
    assert (place.uid, place.country, place.city, place.region) == ("institution:univ york|gb", "GB", None, None)
    [place] = places_of(Affiliation("University of York, York, UK", None, (), "GB", "Heslington"))
    assert (place.country, place.city) == ("GB", "Heslington")
    [place] = places_of(Affiliation("University of York, York, UK", None, (), "somewhere", None))
    assert (place.country, place.city) == ("GB", "York")


def test_of_several_institutions_in_one_text_a_country_goes_to_those_of_which_the_text_says_none() -> None:
    text = "University of York; University of Graz, Graz, Austria"
    places = places_of(Affiliation(text, None, (), "GB", "York"))
    assert [(place.uid, place.city) for place in places] == [
        ("institution:univ york|gb", None),
        ("institution:univ graz|at", "Graz"),
    ]


def test_a_record_about_an_institution_says_its_country_and_city() -> None:
    place = place_of(InstitutionRecord(where="line 1", name="University of York", ids=(ISNI,), country="GB", city="York"))
    assert (place.uid, place.country, place.city) == ("institution:univ york|gb", "GB", "York")


def test_affiliations_of_one_name_are_united_the_same_in_any_order() -> None:
    said = [
        Affiliation("York", None, (GRID,), "United Kingdom", "York"),
        Affiliation("York", None, (ISNI,)),
        Affiliation("York", None, (), "US", "Albany"),
        Affiliation("York", None, (), None, "Zurich"),
    ]
    found = {united(some) for some in itertools.permutations(said)}
    assert found == {Affiliation("York", None, (GRID, ISNI), "GB", "York")}
    assert united(said[1:2]) == said[1]
