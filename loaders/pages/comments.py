"""Telling an author's comment ("Camera-ready version of ICML 2020", "12 pages, 3 figures") from a line of an abstract."""

import re

from loaders.fields.venues import publications_in
from loaders.pages.line_types import ends_a_sentence, is_prose

_OPENINGS = (
    r"\(?(?:to (?:be |appear)|accepted|published|presented|appear(?:s|ed|ing)|camera[- ]ready|in press|forthcoming|submitted)",
    r"under review|withdrawn|preprint|draft|version \d|v\d\b",
    r"proceedings|proc\.|in proc|in:? (?:the )?(?:\d{4}|proceedings|\d+\w\w)",
    r"(?:first|second|third|fourth|final|full|extended|long|short|preliminary|updated|revised|corrected|previous|earlier|longer"
    r"|shorter|journal|conference|technical|workshop|arxiv|an? extended|an? short)[\w ]{0,20}? ?"
    r"(?:version|report|abstract|paper|draft|revision)",
    r"code|project page|source code|supplement|https?://|see also|journal ref|doi|arxiv admin|latex|revtex|(?:with an )?appendix",
    r"ph\.?d\.? thesis|master'?s? thesis|dissertation|thesis|technical report|invited|oral|spotlight|best paper|keynote",
    r"(?:the )?(?:(?:first|last) )?(?:(?:two|three|four) )?authors? (?:have )?contributed|equal contribution",
    r"comments? (?:are )?welcome|added|fixed|corrected|minor|major|typos|updated|revised|main (?:text|paper)|includes? ",
    r"an? (?:shorter|longer|preliminary|earlier) ",
    r"\d+(?:\s*\+\s*\d+)? ?(?:pages?|pp\b|p\.|figures?|tables?|slides|columns)",
)
_BEGINS = re.compile("|".join(_OPENINGS), re.IGNORECASE)
_LONG_LINE = 100
_MEASURES = re.compile(r"\b\d+ ?(?:pages?|pp\.?|figures?|figs?\.?|tables?|appendices)\b", re.IGNORECASE)
_SENTENCE_OPENERS = re.compile(
    r"(?:we|our|this|these|the|it|here|in this|in our|code is|it is|they|moreover|finally|however)\b", re.IGNORECASE
)
_EDITION = re.compile(r"\b(?:19|20)\d\d\b|['’]\d\d\b|\b(?:workshop|conference|symposium|journal|proceedings)\b", re.IGNORECASE)


def is_comment(line: str, *, before: str | None) -> bool:
    """Whether `line`, the last of a record, is a comment. `before` is the line before it, None when it is the record's only line.

    A comment is at most 300 characters of no more than a sentence or two; it begins as comments do, counts pages or figures, or
    names a venue with a year, or is short and no sentence. The line before must have ended one, or be long enough to hold a whole
    abstract, or be a comment too. A record's only line must be plain about it, since it is usually the abstract.
    """
    text = line.strip()
    if not text or len(text) > 300:
        return False
    begins, measures = _BEGINS.match(text), _MEASURES.search(text)
    short = len(text.split()) <= 30 and len(text) <= 200
    if before is None:
        return bool(begins or (measures and len(text) < 100)) and short and (not is_prose(text) or bool(measures))
    if not (ends_a_sentence(before) or len(before) > _LONG_LINE or _BEGINS.match(before.strip())):
        return False
    if _SENTENCE_OPENERS.match(text) and text.endswith("."):
        return False
    if begins or measures:
        return len(text.split()) <= 45
    if is_prose(text):
        return False
    return bool(_EDITION.search(text) and publications_in(text)) or (
        short and not text.endswith((".", "!", "?", ":", ",", ";", "$"))
    )
