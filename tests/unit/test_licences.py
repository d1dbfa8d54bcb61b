"""Whose work comes with ours, and that nobody's licence is broken by it."""

import re

import pytest

from tests.unit.licences import ELSEWHERE, PAGE, ROOT, SPELLED, licence, locked, of_users, page
from tests.unit.test_dependencies import PROGRAM, imported

FREE = re.compile(
    r"(?:MIT|0BSD|BSD-[23]-Clause(?:-Views)?|Apache-2\.0|PSF-2\.0|Python-2\.0|ISC|MPL-2\.0"
    r"|Zlib|CC0-1\.0|Unlicense| AND | OR |[()])+"
)
"""Licences that ask for no more than to be named, and that changes of theirs be shown."""
COPYLEFT = re.compile(r"\b(?:A|L)?GPL|General Public License", re.IGNORECASE)


def test_the_page_of_licences_is_what_the_packages_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.unit.licences"


@pytest.mark.parametrize("name", sorted(locked()))
def test_every_package_has_a_licence_that_asks_for_little(name: str) -> None:
    if name in PROGRAM:
        assert licence(name) == SPELLED["GNU General Public License v2 (GPLv2)"]
    else:
        assert FREE.fullmatch(licence(name)), licence(name)


def test_nothing_under_the_gpl_is_imported() -> None:
    bound = {name for name in locked() if COPYLEFT.search(licence(name))}
    assert bound == PROGRAM
    assert not bound & imported("graph", "loaders", "tests")


def test_the_list_holds_what_users_get_and_not_what_development_needs() -> None:
    assert {"neo4j", "lxml", "jinja2", "openpyxl", "urllib3"} <= of_users() <= locked()
    assert not {"pytest", "mypy", "ruff", "playwright"} & of_users()
    assert set(ELSEWHERE) <= locked()


def test_vocabularies_of_others_are_named_with_their_licences() -> None:
    home = ROOT / "graph" / "topics" / "vocabularies"
    told = (home / "README.md").read_text(encoding="utf-8")
    for path in home.glob("*.tsv.gz"):
        [row] = [line for line in told.splitlines() if line.startswith(f"| `{path.name}` |")]
        assert "https://creativecommons.org/" in row
        assert re.findall(r"<(https://[^>]+)>", row)[0] in PAGE.read_text(encoding="utf-8")
