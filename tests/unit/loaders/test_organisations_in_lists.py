"""Organisations in author lists: whole, told from people, and the words that stand for nobody."""

import pytest

from loaders.author_lists.reading import read_each, read_names
from loaders.bibtex.names import names as bibtex_names
from tests.unit.loaders.export_items import export

ORGANISATIONS = (
    "XBD 2019 Diseases and Injuries Collaborators",
    "XBD 2021 Diet and Sleep and Noise Collaborators",
    "The Editors",
    "POLS Ants Editors",
    "Editorial Staff",
    "Staff",
    "NASA",
    "ESA",
    "CDC",
    "OpenAntAI",
)
PEOPLE = ("Jeremin Staff", "Chenow", "CHENOW", "LEE", "Edith Orsman")


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_an_organisation_is_one_author_and_nobody(name: str) -> None:
    for found in (read_names(name), read_each([name])):
        assert [(each.printed.name, each.printed.is_organisation, each.is_editor) for each in found.names] == [
            (name, True, False)
        ]
    assert [(author.name, author.kind, author.role) for author in bibtex_names(name)[0]] == [(name, "organisation", "author")]


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_is_a_person(name: str) -> None:
    assert [(each.printed.name, each.printed.is_organisation) for each in read_names(name).names] == [(name, False)]
    assert [(author.name, author.kind) for author in bibtex_names(name)[0]] == [(name, "person")]


@pytest.mark.parametrize("printed", ["s.n.", "[s.n.]", "Various", "N.N.", "Anonymous"])
def test_words_for_nobody_name_nobody(printed: str) -> None:
    assert read_names(printed).names == ()
    assert bibtex_names(printed)[0] == ()


def test_organisations_stand_among_people() -> None:
    authors, complete = bibtex_names("OpenAntAI and : and Josha Achison and Lee, Ann and NASA")
    assert [(author.name, author.kind) for author in authors] == [
        ("OpenAntAI", "organisation"), ("Josha Achison", "person"), ("Ann Lee", "person"), ("NASA", "organisation"),
    ]  # fmt: skip
    assert complete


def test_editors_behind_a_list_are_its_role() -> None:
    assert [(each.printed.name, each.is_editor) for each in read_names("Leeward, Ann; Chenow, Eva, editors").names] == [
        ("Ann Leeward", True), ("Eva Chenow", True),
    ]  # fmt: skip


def test_collaborators_stay_whole_in_the_table_of_pubmed() -> None:
    data = (
        "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\n"
        '1,Burden of ants,"Lira R, XBD 2019 Diseases and Injuries Collaborators.",Ants. 2020;1(1):1-2.,Lira R,Ants,2020,,,,\n'
    )
    authors = export(data, "pubmed_csv").records[0].authors
    assert [(author.name, author.kind) for author in authors] == [
        ("R. Lira", "person"), ("XBD 2019 Diseases and Injuries Collaborators", "organisation"),
    ]  # fmt: skip
