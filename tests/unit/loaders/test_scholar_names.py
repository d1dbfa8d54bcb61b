"""Author lists as Publish or Perish and Google Scholar give them: initials first and truncated, or as any other list."""

import pytest

from loaders.tables.scholar_names import scholar_people

LISTS = {
    "J Smitham, MD, K Doerr, PhD": ["J. Smitham", "K. Doerr"],
    "JA Smitham, III, K Doerr": ["J. A. Smitham III", "K. Doerr"],
    "JA Smitham Jr, K Doerr": ["J. A. Smitham Jr", "K. Doerr"],
    "Smitham, J., Doerr, J.A. and Roesch, B.": ["J. Smitham", "J.A. Doerr", "B. Roesch"],
    "Smitham J, Doerr K": ["J. Smitham", "K. Doerr"],
    "Jana Smitham, Kai Doerr": ["Jana Smitham", "Kai Doerr"],
    "J Smitham and K Doerr": ["J. Smitham", "K. Doerr"],
    "J Smitham, Ministry of Ants": ["J. Smitham", "Ministry of Ants"],
    "JS Kimm, DO Parkh, MD Leewen": ["J. S. Kimm", "D. O. Parkh", "M. D. Leewen"],
    "Smitham, Anna": ["Anna Smitham"],
    "魏伟明, 李晓娜": ["魏伟明", "李晓娜"],
}


@pytest.mark.parametrize(("printed", "names"), LISTS.items())
def test_names_at_commas(printed: str, names: list[str]) -> None:
    people, complete = scholar_people(printed, at_commas=True)
    assert [author.name for author in people] == names
    assert complete


def test_a_suffix_is_no_part_of_the_family_name() -> None:
    (author,), _ = scholar_people("JA Smitham III", at_commas=True)
    assert (author.family, author.given) == ("Smitham", "J. A.")


@pytest.mark.parametrize("printed", ["J Smitham, K Doerr…", "J Smitham, K Doerr, ...", "Smitham J, Doerr K, ..."])
def test_a_truncated_list_is_not_whole(printed: str) -> None:
    people, complete = scholar_people(printed, at_commas=True)
    assert [author.name for author in people] == ["J. Smitham", "K. Doerr"]
    assert not complete


def test_between_semicolons_a_comma_stands_in_a_name() -> None:
    assert [author.name for author in scholar_people("Smitham, Jana; Doerr, Kai; ")[0]] == ["Jana Smitham", "Kai Doerr"]
    assert [author.name for author in scholar_people("Smitham, Jana")[0]] == ["Jana Smitham"]
