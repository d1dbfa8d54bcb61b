"""Numbers in messages agree with what they count."""

from loaders.counted import counted


def test_one_is_in_the_singular_and_everything_else_in_the_plural() -> None:
    assert [counted(number, "record") for number in (0, 1, 2, 1234)] == ["0 records", "1 record", "2 records", "1,234 records"]
