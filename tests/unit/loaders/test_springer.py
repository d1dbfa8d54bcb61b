"""SpringerLink's table, whose names of authors have nothing between them."""

import pytest

from tests.unit.loaders.json_parts import ids, loaded, names, places

HEADER = (
    "Item Title,Publication Title,Book Series Title,Journal Volume,Journal Issue,Item DOI,Authors,Publication Year,"
    "URL,Content Type\n"
)


def table(authors: str) -> str:
    return (
        HEADER
        + f'"Of Ants","Ant Letters","","17","3","10.5555/ants.1","{authors}","2000","http://link.springer.com/1","Article"\n'
    )


def test_the_item_is_the_work_and_the_publication_the_venue() -> None:
    [work] = loaded(table("Andy Smith"), "springer_csv").records
    assert (work.title, work.year, work.volume, work.issue, ids(work)) == (
        "Of Ants",
        2000,
        "17",
        "3",
        {"doi": ["10.5555/ants.1"]},
    )
    assert places(work) == [("Ant Letters", "journal", 2000)]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Andy SmithTom Weber", ["Andy Smith", "Tom Weber"]),
        ("J. R. SmithIan McDonaldAna de la Cruz", ["J. R. Smith", "Ian McDonald", "Ana de la Cruz"]),
        ("Ángel GarcíaÉmile Zola", ["Ángel García", "Émile Zola"]),
        ("Seán O'BrienLi Wei", ["Seán O'Brien", "Li Wei"]),
        ("Andy Smith", ["Andy Smith"]),
        ("Andy DeVitoSuharto", ["Andy DeVitoSuharto"]),
    ],
)
def test_a_capital_behind_a_small_letter_begins_the_next_name(printed: str, expected: list[str]) -> None:
    [work] = loaded(table(printed), "springer_csv").records
    assert names(work) == list(enumerate(expected, 1))


def test_a_list_that_cannot_be_divided_is_nobodys_name() -> None:
    [work] = loaded(table("SuhartoAndy Smith"), "springer_csv").records
    assert [author.kind for author in work.authors] == ["undivided"]
