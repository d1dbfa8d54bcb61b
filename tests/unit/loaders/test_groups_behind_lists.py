"""A group in brackets behind a list is the last of its authors, and "et al." before it names nobody."""

import pytest

from loaders.author_lists.names_in_one import people_in
from loaders.author_lists.reading import read_names
from loaders.bibtex.names import names as bibtex_names
from tests.unit.loaders.export_items import export

GROUPS = {
    "Aadsen, G. et al. (ATLOS Collaboration)": ["G. Aadsen", "@ATLOS Collaboration"],
    "Aadsen, Gisa et al. [ATLOS Collaboration]": ["Gisa Aadsen", "@ATLOS Collaboration"],
    "B. P. Abbotsen et al. (LIGOR Scientific Collaboration and Virgor Collaboration)": [
        "B. P. Abbotsen", "@LIGOR Scientific Collaboration", "@Virgor Collaboration",
    ],
    "Doerr, J., Roesch, K., et al. (for the ABX Study Group)": ["J. Doerr", "K. Roesch", "@ABX Study Group"],
    "Aadsen, G. et al., ATLOS Collaboration": ["G. Aadsen", "@ATLOS Collaboration"],
    "Aadsen, G. et al. for the ATLOS Collaboration": ["G. Aadsen", "@ATLOS Collaboration"],
}  # fmt: skip


@pytest.mark.parametrize(("printed", "names"), GROUPS.items())
def test_the_people_and_the_group_are_authors_of_a_list_that_is_not_whole(printed: str, names: list[str]) -> None:
    for found in (read_names(printed), people_in(printed, family_first=True)):
        assert found is not None
        assert [("@" if each.printed.is_organisation else "") + each.printed.name for each in found.names] == names
        assert not found.complete
    authors, complete = bibtex_names(printed)
    assert [("@" if author.kind == "organisation" else "") + author.name for author in authors] == names
    assert not complete


def test_a_list_with_a_group_may_be_whole() -> None:
    found = read_names("B. P. Abbotsen, R. Abbotsen (LIGOR Scientific Collaboration)")
    assert [each.printed.name for each in found.names] == ["B. P. Abbotsen", "R. Abbotsen", "LIGOR Scientific Collaboration"]
    assert found.complete


@pytest.mark.parametrize("printed", ["Smitham, J. (University of Xanten)", "Smitham, J. (Media Research Group)"])
def test_where_somebody_works_is_no_author(printed: str) -> None:
    (only,) = read_names(printed).names
    assert only.printed.name == "J. Smitham"
    assert len(only.affiliations) == 1


def test_others_in_brackets_are_nobody() -> None:
    found = read_names("Doerr J, Roesch K, [et al.]")
    assert ([each.printed.name for each in found.names], found.complete) == (["J. Doerr", "K. Roesch"], False)


def test_a_table_gives_the_same_people() -> None:
    data = 'title,authors\nMuons,"Aadsen, G. et al. (ATLOS Collaboration)"\n'
    record = export(data, "table").records[0]
    assert [(author.name, author.kind) for author in record.authors] == [
        ("G. Aadsen", "person"), ("ATLOS Collaboration", "organisation"),
    ]  # fmt: skip
    assert not record.authors_complete
