"""A number with what it counts, in words: "1 record", "3 records"."""


def counted(number: int, noun: str) -> str:
    """`noun` is in the singular and makes its plural with s."""
    return f"{number:,} {noun}" + "s" * (number != 1)
