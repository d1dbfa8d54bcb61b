"""In words: how many papers have no abstract or no text at all, so that little or nothing tells what they are about."""

from collections.abc import Mapping
from typing import Any

from loaders.counted import counted


def coverage_in_words(row: Mapping[str, Any]) -> str:
    """A row of the stored query `topic_coverage` in a sentence or two, such as "12 of 45 papers have no abstract, 1 of them no
    text at all. 3 have no topic either: shares are of the other 42."; the empty text where there is no paper."""
    papers, bare, nothing = row["papers"], row["papers"] - row["with_abstract"], row["without_text"]
    if not papers:
        return ""
    if not bare:
        return f"All papers ({papers:,}) have an abstract."
    told = f"{bare:,} of {counted(papers, 'paper')} {_have(bare)} no abstract"
    told += f", {nothing:,} of them no text at all." if nothing else "."
    left_out = papers - row["of_papers"]
    if left_out:
        told += f" {left_out:,} {_have(left_out)} no topic either: shares are of the other {row['of_papers']:,}."
    return told


def _have(count: int) -> str:
    return "has" if count == 1 else "have"
