"""Abstracts that are none or say whose rights they are, and dates in the order of PubMed."""

import pytest

from loaders.fields.dates import parsed_date
from loaders.fields.titles_abstracts import abstract_text


@pytest.mark.parametrize(
    ("printed", "abstract"),
    [
        ("Not Available <P />", None),
        ("[No abstract available]", None),
        ("Abstract not provided.", None),
        ("© 2019 Ant Press Ltd. All rights reserved.", None),
        ("© 2019 Ant Press B.V. All rights reserved. Ants were counted.", "Ants were counted."),
        ("Ants were counted. (C) 2018 Ant Press Ltd. All rights reserved.", "Ants were counted."),
        ("Ants were counted. © 2018 The Authors", "Ants were counted."),
        ("Ants of (a) 2003, (b) 2004 and (c) 2005 were counted.", "Ants of (a) 2003, (b) 2004 and (c) 2005 were counted."),
        ("Not available ants were left out.", "Not available ants were left out."),
    ],
)
def test_an_abstract_is_what_speaks_of_the_work(printed: str, abstract: str | None) -> None:
    assert abstract_text(printed) == abstract


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2005 Jan", "2005-01"),
        ("2005 Sep 15", "2005-09-15"),
        ("2005-Mar-07", "2005-03-07"),
        ("2005 Jan-Feb", "2005-01"),
        ("2005 Spring", "2005"),
        ("1984 Marketing Letters", "1984"),
        ("2005-09-15T00:00:00", "2005-09-15"),
    ],
)
def test_a_month_may_stand_behind_the_year(printed: str, date: str) -> None:
    assert parsed_date(printed) == date
