"""The two queries for candidates: one order, and what they have in common is the same text."""

import re

from graph.queries.registry import Registry

WIDTH = 130


def blocks(name: str) -> dict[str, str]:
    """The blocks of a stored query by the comment that heads each, without the header of the file."""
    _, *found = Registry.shipped()[name].text.split("\n\n")
    assert all(block.startswith("// ") for block in found), "a block without a heading"
    parted = (re.fullmatch(r"((?://.*\n)+)(.*)", block, re.DOTALL) for block in found)
    return {match[1]: match[2].strip() for match in parted if match}


SPLIT, MIXED = blocks("split_candidates"), blocks("mixed_candidates")


def test_both_weigh_two_sides_by_the_same_statements() -> None:
    same = [heading for heading in SPLIT if heading in MIXED]
    assert [heading.removeprefix("// ").split(",")[0].split(":")[0].split(";")[0] for heading in same] == [
        "Expected namesakes", "Shared collaborators", "Linked collaborators", "Shared venues and topics",
        "The measures of each feature", "The weight of each feature",
    ]  # fmt: skip
    assert {heading: SPLIT[heading] for heading in same} == {heading: MIXED[heading] for heading in same}


def test_both_have_the_same_order() -> None:
    subjects = [[re.split(r"[:,;.]", heading.removeprefix("// "))[0] for heading in found] for found in (SPLIT, MIXED)]
    evidence = [next(subject for subject in of if subject.startswith("The evidence that")) for of in subjects]
    split, mixed = ([subject for subject in of if subject not in evidence] for of in subjects)
    split.remove("What rules a pair out")
    assert split == mixed
    assert subjects[0].index(evidence[0]) - 1 == subjects[1].index(evidence[1])


def test_no_english_is_made_there_and_no_line_is_too_long() -> None:
    for name in ("split_candidates", "mixed_candidates"):
        text = Registry.shipped()[name].text
        assert [line for line in text.splitlines() if len(line) > WIDTH] == []
        assert [words for words in re.findall(r"'([^'\n]*)'", re.sub(r"//.*", "", text)) if " " in words] == []
