"""What the report of a load confirms."""

import pytest

from graph.load.report import DocumentReport, Note


def report(*, new: int, rejected: int, declared: int | None) -> DocumentReport:
    row = DocumentReport("page.txt", "paper_list", new=new, rejected=[Note("line 9", "no title")] * rejected)
    if declared is not None:
        row.counts_to_check.append(("papers", declared))
    row.check_declared_counts()
    return row


@pytest.mark.parametrize(
    ("new", "rejected", "declared", "confirmed"),
    [
        (3, 0, 3, True),
        (0, 0, 0, True),
        (2, 0, 3, False),
        (4, 0, 3, False),
        (2, 1, 3, False),
        (3, 1, 3, False),
        (2, 0, None, True),
    ],
)
def test_a_count_is_confirmed_by_good_records_alone(new: int, rejected: int, declared: int | None, confirmed: bool) -> None:
    assert report(new=new, rejected=rejected, declared=declared).confirmed is confirmed


def test_a_document_without_counts_of_which_something_was_rejected_is_not_confirmed() -> None:
    assert not report(new=2, rejected=1, declared=None).confirmed


def test_a_count_that_is_not_borne_out_is_a_warning_with_both_numbers() -> None:
    (warning,) = report(new=2, rejected=1, declared=3).warnings
    assert warning.reason == "declares 3 papers, but 2 could be read; is the page complete?"


def test_what_is_not_confirmed_says_whether_a_count_differs_or_something_could_not_be_read() -> None:
    assert report(new=2, rejected=0, declared=3).unconfirmed == "another count"
    assert report(new=2, rejected=1, declared=3).unconfirmed == "another count"
    assert report(new=2, rejected=1, declared=None).unconfirmed == "not read"
    assert report(new=2, rejected=0, declared=2).unconfirmed == ""
    assert DocumentReport.of_unreadable("a.bin", ValueError("a.bin: no known format")).unconfirmed == "not read"
