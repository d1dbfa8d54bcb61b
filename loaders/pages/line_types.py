"""What a line of text looks like: prose, a title, a person's name, a list of names."""

import re
from collections.abc import Sequence

from loaders.fields.name_words import PARTICLES, SUFFIX

_SENTENCE_BREAK = re.compile(r"[a-z0-9)\]\"”%](?<!\bvs)(?<!\bal)(?<!\bDr)(?<!\bSt)(?<!\bNo)\.\s+(?=[A-Z\"“(])")
_DEGREE = re.compile(r"(?:Ph\.?D|M\.?D)\.?", re.IGNORECASE)
_HOMONYM_NUMBER = re.compile(r"\d{4}")
_TRUNCATED = re.compile(
    r"[,\s]*(?:\bet\s+al\b\.?|(?:\band\s+|&\s*|\+\s*)\d+\s+(?:more|others?)(?:\s+authors?)?|…|\.\.\.)\s*$", re.IGNORECASE
)
_SEPARATOR = re.compile(r"\s*[,;，、]\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+")
_FORBIDDEN_IN_NAMES = re.compile(r"[:?!=<>{}\[\]$%\\/|@#*_~^+]")


def is_prose(text: str) -> bool:
    """Whether `text` reads as running sentences rather than as a title: two that end, or one very long one."""
    words = text.split()
    if len(words) > 45 or len(text) > 400:
        return True
    return text.rstrip().endswith((".", "!")) and (len(words) > 25 or bool(_SENTENCE_BREAK.search(text)))


def ends_a_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does."""
    return text.rstrip().rstrip("\"'”’)]").endswith((".", "!", "?", "。", "$", "…"))


def title_doubt(title: str) -> int:
    """How little `title` looks like one: 0 not at all doubtful, 1 to 4 ever more like a piece of an abstract."""
    if is_prose(title):
        return 4
    words = title.split()
    if _SENTENCE_BREAK.search(title) or title.rstrip().endswith((".", ",", ";", ":")):
        return 2
    return 1 if words and words[0].islower() and len(words) > 6 else 0


def looks_like_name(text: str) -> bool:
    """Whether `text` looks like one person's name (any script, one word or several, particles, a homonym number)."""
    words = text.split()
    if not could_be_name(text) or any(any(c.isdigit() for c in word) for word in words[:-1]):
        return False
    if any(c.isdigit() for c in words[-1]) and not _HOMONYM_NUMBER.fullmatch(words[-1]):
        return False
    names = [word for word in words if word.strip(".-").replace("’", "'") not in PARTICLES and not word.isdigit()]
    lower = [word for word in names if word.lstrip("'’\"“(-")[:1].islower() and not any(c.isupper() for c in word)]
    return bool(names) and len(lower) * 2 < len(names)


def could_be_name(text: str) -> bool:
    """Whether nothing speaks against `text` being a name, be it of an organisation or one written in lower case."""
    words = text.split()
    if not words or len(words) > 10 or len(text) > 100 or _FORBIDDEN_IN_NAMES.search(text):
        return False
    return not words[-1].endswith(".") or (len(words[-1]) < 5 and not words[-1].islower())


def are_names(texts: Sequence[str]) -> bool:
    """Whether `texts` are a list of authors: each could be a name, and at least half look like one."""
    return bool(texts) and all(map(could_be_name, texts)) and 2 * sum(map(looks_like_name, texts)) >= len(texts)


def split_names(line: str) -> tuple[tuple[str, ...], bool]:
    """The names in a comma-separated list, and whether the list is complete ("et al." and "and 3 others" say it is not)."""
    line = " ".join(line.split())
    shorter = _TRUNCATED.sub("", line)
    names: list[str] = []
    for part in _SEPARATOR.split(shorter.strip(" ,;")):
        name = " ".join(part.split())
        if names and (SUFFIX.fullmatch(name) or _DEGREE.fullmatch(name)):
            names[-1] = f"{names[-1]}, {name}"
        elif name:
            names.append(name)
    return tuple(names), shorter == line


def looks_like_names(line: str) -> bool:
    """Whether `line` could be an author list: nothing but names, or names and "et al."."""
    return are_names(split_names(line)[0])
