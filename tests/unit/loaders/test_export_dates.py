"""A document that says when it was exported is dated by that."""

import pytest

from loaders.fields.export_dates import exported
from loaders.records import Header
from tests.unit.loaders import one_work
from tests.unit.loaders.read_items import read_as


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('"About the data: Exported on Nov 05, 2024. Criteria: soil."', "2024-11-05"),
        ("N1  - Export Date: 1 March 2021; Cited By: 12", "2021-03-01"),
        ("note = {cited By 2} ... Export Date: 06 January 2014", "2014-01-06"),
        ("Export date: 2020-02-29", "2020-02-29"),
        ("Export Date: 1 March 2021\nExport Date: 1 March 2021", "2021-03-01"),
        ("Export Date: 1 March 2021\nExport Date: 2 March 2021", None),
        ("Export Date: 31 Junuary 2021", None),
        ("Exports of 2021", None),
        ("", None),
    ],
)
def test_the_day_of_the_export(head: str, day: str | None) -> None:
    assert exported(head) == ((("exported", day),) if day else ())


def header(text: str, format_name: str) -> Header:
    return read_as(text, format_name)[0]


def test_it_is_a_fact_of_the_document() -> None:
    assert header(one_work.written("dimensions_csv"), "dimensions_csv").facts == (("exported", "2024-11-05"),)
    ris = one_work.written("ris").replace("ER  -", "N1  - Export Date: 1 March 2021; Cited By: 12\nER  -")
    assert header(ris, "ris").facts == (("exported", "2021-03-01"),)
    assert header(one_work.written("ris"), "ris").facts == ()


def test_publish_or_perish_says_when_it_searched() -> None:
    text = one_work.written("publish_or_perish_csv")
    head, row = text.splitlines()[:2]
    first, second = f"{row},2024-01-05 10:20:30", f"{row},2024-01-06 10:20:30"
    for rows, day in (
        ([first], "2024-01-05"),
        ([first, first, first], "2024-01-05"),
        ([first, second, second], None),
        ([row], None),
    ):
        said = header("\n".join([f"{head},QueryDate", *rows, ""]), "publish_or_perish_csv")
        assert said.facts == ((("exported", day),) if day else ()), rows
