"""A record of MARC 21 whatever it was written in: its leader and its fields."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ENDS = re.compile(r"\s*[/:;,=]\s*$")
_FULL_STOP = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=[\d\])]))\.$")


@dataclass(frozen=True)
class MarcField:
    """A field with its indicators and subfields, or with `data` alone."""

    tag: str
    indicators: str = "  "
    subfields: tuple[tuple[str, str], ...] = ()
    data: str = ""

    def all(self, codes: str) -> list[str]:
        """The values of these subfields in their order, empty ones left out."""
        return [text for code, value in self.subfields if code in codes and (text := " ".join(value.split()))]

    def first(self, codes: str) -> str:
        """The first value that one of these subfields has, the codes in order of preference; "" where there is none."""
        return next((text for code in codes for text in self.all(code)), "")


@dataclass(frozen=True)
class MarcRecord:
    """The leader and the fields in order."""

    leader: str
    fields: tuple[MarcField, ...]

    def of(self, *tags: str) -> Iterator[MarcField]:
        """The fields with these tags, the tags in order; "7.." stands for all that begin with 7."""
        for tag in tags:
            yield from (field for field in self.fields if field.tag == tag)

    def first(self, tag: str, codes: str) -> str:
        """The first value of these subfields in the first field of that tag that has one."""
        return next((text for field in self.of(tag) if (text := field.first(codes))), "")

    def control(self, tag: str) -> str:
        """The data of a control field; "" where it is missing."""
        return next((field.data for field in self.of(tag)), "")


def unpunctuated(text: str) -> str:
    """A value without the punctuation of ISBD that stands before the next one ("Soil moisture /"), and without its full stop."""
    while text != (shorter := _ENDS.sub("", text)):
        text = shorter
    return _FULL_STOP.sub("", text).strip()
