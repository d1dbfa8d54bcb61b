"""Lists whose parts may hold the sign between them within brackets."""

from collections.abc import Iterator


def outside_brackets(text: str, separator: str) -> Iterator[str]:
    """The parts between separators that stand in no brackets: "cyst (diagnosis, surgery), resin" has two."""
    depth, begin = 0, 0
    for at, character in enumerate(text + separator):
        depth += (character == "(") - (character == ")")
        if character == separator and depth <= 0:
            yield text[begin:at]
            begin = at + 1
