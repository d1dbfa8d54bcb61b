"""The lists of countries, regions and cities."""

import re

import pytest

from graph.institutions.countries import country_name, country_of, listed
from graph.institutions.places import country_of_city, is_city, region_of

NAMES = (
    ("UK", "GB"), ("U.K.", "GB"), ("The Netherlands", "NL"), ("U.S.A.", "US"), ("Peoples R China", "CN"), ("P.R. China", "CN"),
    ("Republic of Korea", "KR"), ("South Korea", "KR"), ("Deutschland", "DE"), ("España", "ES"), ("Espana", "ES"),
    ("Brasil", "BR"), ("Italia", "IT"), ("中国", "CN"), ("日本", "JP"), ("Россия", "RU"), ("Türkiye", "TR"), ("TURKEY", "TR"),
    ("Czech Republic", "CZ"), ("Bosnia & Herzegovina", "BA"), ("Côte d'Ivoire", "CI"), ("Viet Nam", "VN"), ("Scotland", "GB"),
    ("Macao", "MO"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "code"), NAMES)
def test_a_country_is_known_under_its_usual_names(name: str, code: str) -> None:
    assert country_of(name) == code


@pytest.mark.parametrize("name", ["", "Country", "University of Jordan", "a" * 1000, "USSR"])
def test_what_is_no_country_names_none(name: str) -> None:
    assert country_of(name) is None


def test_every_code_of_iso_3166_has_a_name_of_its_own() -> None:
    codes = [line[:2] for line in listed("countries.txt")]
    assert len(codes) == len(set(codes)) == 250  # the 249 of ISO 3166-1, and Kosovo
    assert len({country_name(code) for code in codes}) == 250
    assert all(country_of(country_name(code)) == code for code in codes)
    assert (country_name("JP"), country_name("jp"), country_name("??")) == ("Japan", "Japan", "??")


@pytest.mark.parametrize("list_of", ["cities.txt", "regions.txt"])
def test_every_line_begins_with_the_code_of_a_country(list_of: str) -> None:
    lines = listed(list_of)
    codes = {line[:2] for line in listed("countries.txt")}
    assert [line for line in lines if line[:2] not in codes or not re.match(r".. (?:\+ )?\S", line)] == []


def test_no_name_stands_under_two_countries() -> None:
    names: dict[str, set[str]] = {}
    for line in listed("countries.txt"):
        for name in line[3:].split(";"):
            names.setdefault(name.strip().casefold(), set()).add(line[:2])
    assert {name: codes for name, codes in names.items() if len(codes) > 1} == {}


@pytest.mark.parametrize(("city", "code"), [("Tokyo", "JP"), ("Zürich", "CH"), ("ZURICH", "CH"), ("Cambridge", None)])
def test_a_city_tells_the_country_only_where_it_is_one_of_its_name(city: str, code: str | None) -> None:
    assert is_city(city)
    assert country_of_city(city) == code


@pytest.mark.parametrize(
    ("name", "countries", "code"),
    [("CA", {"US"}, "US"), ("Georgia", {"US"}, None), ("WA", {"AU", "US"}, None), ("Québec", {"CA"}, "CA")],
)
def test_a_region_tells_the_country_only_where_it_is_one_of_its_name(name: str, countries: set[str], code: str | None) -> None:
    region = region_of(name)
    assert region is not None
    assert (set(region.countries), region.country) == (countries, code)


@pytest.mark.parametrize("name", ["ca", "Nowhere", "a" * 1000, ""])
def test_what_is_no_region_and_no_city_is_none(name: str) -> None:
    assert (region_of(name), is_city(name), country_of_city(name)) == (None, False, None)
