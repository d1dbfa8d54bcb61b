"""The formats that are read, one row each, and how a document's format is told from its content."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from loaders import arxiv_listing, author_name_cluster, paper_list, researcher_profile
from loaders.records import Items
from loaders.source import Source, why_not_text


@dataclass(frozen=True)
class Format:
    """A format: its name, what it is in a few words, whether the beginning of a text is of it, and its reader.

    The reader takes the `Source`; where the format does not say whose page it is (`takes_author`), also `author=` the name.
    """

    name: str
    about: str
    recognise: Callable[[str], bool]
    read: Callable[..., Items]
    takes_author: bool = False


FORMATS: tuple[Format, ...] = (
    Format(researcher_profile.NAME, researcher_profile.ABOUT, researcher_profile.recognise, researcher_profile.read),
    Format(author_name_cluster.NAME, author_name_cluster.ABOUT, author_name_cluster.recognise, author_name_cluster.read),
    Format(paper_list.NAME, paper_list.ABOUT, paper_list.recognise, paper_list.read),
    Format(arxiv_listing.NAME, arxiv_listing.ABOUT, arxiv_listing.recognise, arxiv_listing.read, takes_author=True),
)
"""In the order in which they are tried: the arXiv listing, which has no heading of its own, comes last."""

_LOOKS = (
    (r"\s*(?:<!doctype html|<html|<head|<body)", "an HTML page; save it as plain text"),
    (r"\s*<\?xml|\s*<[a-zA-Z][\w:-]*[\s>]", "XML"),
    (r"\s*\{\s*(?:\"|\})", "JSON"),
    (r"\s*\[\s*(?:[\[{\"]|\])", "JSON"),
    (r"(?:\s*%[^\n]*\n)*\s*@[A-Za-z]+\s*\{", "BibTeX"),
    (r"\s*TY  - ", "RIS"),
    (r"[^\n\t]*\t[^\n]*\n[^\n\t]*\t", "a table with tabs"),
    (r"[^\n,]+,[^\n,]+,[^\n ]+\n[^\n,]+,", "a table with commas"),
)


def recognise(source: Source) -> Format | None:
    """The format of `source`, from its content alone; None when it is none of `FORMATS`. May raise `OSError`."""
    head = source.head()
    return next((known for known in FORMATS if known.recognise(head)), None) if head.strip() else None


def describe(source: Source) -> str:
    """One sentence that says what a document of no known format looks like, and one that lists what would be accepted."""
    accepted = "; ".join(f"{known.name} ({known.about})" for known in FORMATS)
    return f"It looks like {_look(source)}. Accepted are: {accepted}."


def _look(source: Source) -> str:
    start = source.start()
    if not start:
        return "an empty file"
    reason = why_not_text(start)
    if reason:
        return f"a binary file, not text ({reason})"
    head = source.head()
    if not head.strip():
        return "a file of blank lines"
    for pattern, look in _LOOKS:
        if re.match(pattern, head, re.IGNORECASE):
            return look
    first = next(line.strip() for line in head.split("\n") if line.strip())
    return f"plain text that begins {first[:60]!r}"
