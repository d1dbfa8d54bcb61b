"""Printed affiliations taken apart."""

import pytest

from graph.institutions.addresses import Address, addresses_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dept. of Physics, Lund University, SE-221 00 Lund, Sweden",
            Address("Lund University", "Dept. of Physics", "Lund", None, "SE"),
        ),
        ("Google Research, Zurich", Address("Google Research", None, "Zurich", None, "CH")),
        ("Tufts Univ, Dept Math, Medford, MA 02155 USA", Address("Tufts Univ", "Dept Math", "Medford", "MA", "US")),
    ],
)
def test_an_address_is_divided_into_institution_unit_city_region_and_country(text: str, expected: Address) -> None:
    assert addresses_in(text) == (expected,)
