"""Kinds of work as sources word them, and the kind of publication that they mean."""

import re
from typing import Literal, TypeAlias

PublicationKind: TypeAlias = Literal[
    "conference", "journal", "preprint", "workshop", "book", "thesis", "report", "dataset", "other"
]

_MEANINGS: tuple[tuple[str, PublicationKind], ...] = (
    (r"pre-?prints?|posted[ -]content|working papers?|e-?prints?", "preprint"),
    (r"workshops?", "workshop"),
    (r"book[ -]?(?:chapters?|sections?)?|monographs?|edited books?|chapters?|buchkapitel|buchbeitrag|chapitre|capítulo", "book"),
    (
        r"conferences?|proceedings|inproceedings|symposium|meetings?|congress|(?:konferenz|tagungs)beitrag|ponencia",
        "conference",
    ),
    (r"thesis|theses|dissertations?|doktorarbeit|hochschulschrift|thèse|tesis", "thesis"),
    (r"reports?|forschungsbericht", "report"),
    (r"data[ -]?sets?|data[ -]papers?|database", "dataset"),
    (
        r"journals?|articles?|letters?|editorials?|reviews?|magazine|transactions|zeitschriftena(?:rtikel|ufsatz)|artículo",
        "journal",
    ),
)
_OTHER_WORDS = re.compile(
    r"papers?|publications?|posters?|demos?|abstracts?|talks?|software|code|patents?|standards?|notes?|comments?|survey|erratum"
    r"|correction|retraction|commentary|tutorial|works?|documents?|entry|other|misc|unknown|presentation|lecture|peer|component|consortium|track|session|panel|challenge|competition|keynote|spotlight",
    re.IGNORECASE,
)


_BETWEEN_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")


def publication_kind(words: str | None) -> PublicationKind:
    """What kind of publication a source's own words mean: "Journal Article", "JournalArticle" a journal, "preprint" a preprint;
    else other."""
    for said in dict.fromkeys((words, _BETWEEN_WORDS.sub(" ", words))) if words else ():
        for pattern, kind in _MEANINGS:
            if re.search(rf"\b(?:{pattern})\b", said, re.IGNORECASE):
                return kind
    return "other"


def is_kind_of_work(words: str) -> bool:
    """Whether `words` contain a word that sources use for a kind of work."""
    return publication_kind(words) != "other" or bool(re.search(rf"\b(?:{_OTHER_WORDS.pattern})\b", words, re.IGNORECASE))
