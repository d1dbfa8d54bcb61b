"""Whole numbers as documents print them."""

_MOST_DIGITS = 18
"""What fits the 64 bits of a property."""


def whole(printed: str) -> int | None:
    """The number that is printed in the digits 0 to 9, white space around it left out; None for anything else: "²", which Python
    calls a digit and cannot read, and more digits than a property holds."""
    digits = printed.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else None
