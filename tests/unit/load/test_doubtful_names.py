"""Which names look like no names, so that `data_quality` counts them and `doubtful_names` lists them."""

import pytest

from graph.load.doubtful_names import doubt_about


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (":", "no letter"), ("1234", "no letter"), ("M", "one letter"), ("G.N.", "initials only"), ("F. A.", "initials only"),
        ("J.-P.", "initials only"), ("A B", "initials only"), ("PhD", "a degree, a title or a suffix alone"),
        ("M.D.", "initials only"), ("Jr.", "initials only"), ("III", "a degree, a title or a suffix alone"),
        ("Ann Berg1", "digits within"), ("['Ann Berg'", "brackets or quotes"), ("Ann Berg (Oslo)", "brackets or quotes"),
        ("Berg, A.; Chan, B.", "a separator within"), ("Ann Berg & Bo Chan", "a separator within"),
        ("Ann Berg and Bo Chan", "a separator within"), ("one two three four five six seven eight nine", "more than 8 words"),
        ("x" * 101, "more than 100 characters"),
    ],
)  # fmt: skip
def test_a_name_that_looks_like_none_is_doubtful_and_the_reason_is_told(name: str, why: str) -> None:
    assert doubt_about(name, "person") == why


@pytest.mark.parametrize(
    "name",
    [
        "Madonna", "Ann Berg", "A. Berg", "Berg", "Zheng Xu 0002", "Jean-Luc O'Brien", "Juan de la Cruz y Vega", "Wu", "李",
        "张伟", "Иван", "Martin King Jr.", "John Paul II", "Maria Ana Clara da Silva Santos de Souza", "E. T. A. Hoffmann",
    ],
)  # fmt: skip
def test_unusual_names_are_names(name: str) -> None:
    assert doubt_about(name, "person") is None


def test_organisations_may_be_called_anything_and_what_could_not_be_told_apart_is_doubtful() -> None:
    assert doubt_about("H1 & ZEUS (DESY) 2", "organisation") is None
    assert doubt_about("Berg, Smith, Chan", "undivided") == "it could not be told whose names these are"
