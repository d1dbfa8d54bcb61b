"""What publishers write into titles about the fate of a work: marks of retraction, and notices about another work.

"RETRACTED: X", "[RETRACTED] X", "X (Retracted article. See vol. 3, pg 4, 2010)" and the like are the work X itself. "Erratum: X",
"Correction to: X", "Retraction notice to “X” [J. Ants 3 (2001) 1–9]" are works of their own, about X. The forms are those of
Elsevier, Springer, Wiley, Taylor & Francis, IEEE, ACM, Hindawi, PLOS, Spandidos, PubMed, Scopus and the Web of Science.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

_TELLING = re.compile(
    r"retract|withdr|remov|violation|correct|correcci|correç|err?at|corrig|addend|concern|retir|zurück|rétract|bericht|rectif"
    r"|rettif|korrekt|er['’]?s note|[\[(]vol|retrat|ritratt|ritirat|отозв|отзыв|ретракц|撤|取り?下|철회",
    re.IGNORECASE,
)
"""Some piece of a word stands in every title that this module reads; most titles are done with at once."""
_MARK_WORDS = (
    r"(?:retracted(?: (?:article|paper|chapter|publication|review|manuscript|and republished|on [a-z]+ \d{1,2},? \d{4}))?"
    r"|withdrawn(?: (?:article|paper|manuscript|publication|chapter))?|(?:article|paper) (?:retracted|withdrawn)"
    r"|this (?:article|paper) has been (?:retracted|withdrawn)|withdrawn as (?:a )?duplicate"
    r"|(?-i:REMOVED|Removed article|REMOVED ARTICLE)|temporary removal|retracted and replaced"
    r"|(?:art[ií]culo |artigo )?(?:retirado|retractado|retratado)|zurückgezogen(?:er artikel)?|(?:article )?rétracté"
    r"|(?:articolo )?(?:ritirato|ritrattato)|(?:статья )?отозван[ао]?|отозванная статья"
    r"|(?:论文|論文|文章)?撤稿|(?:論文|论文)?撤回|取り?下げ|(?:논문 ?|게재 ?)?철회)"
)
_COLON = "[:：]"
_OPENED, _CLOSED = r"[\[(<{【〔［（]", r"[\])>}】〕］）]"
_BARE_MARK = re.compile(rf"{_MARK_WORDS}\s*(?:{_COLON}|-{{1,3}}|[–—.])\s*(?=\S)", re.IGNORECASE)
_BRACKETED_MARK = re.compile(rf"{_OPENED}\s*{_MARK_WORDS}\s*[:：.]?\s*{_CLOSED}(?:\s*[:：.–—-])?\s*(?=\S)", re.IGNORECASE)
_STARRED_MARK = re.compile(rf"\*+\s*{_MARK_WORDS}\s*:?\s*\*+(?:\s*[:.–—-])?\s*(?=\S)", re.IGNORECASE)
_CAPITAL_MARK = re.compile(r"(?:RETRACTED|WITHDRAWN)(?: (?:ARTICLE|PAPER|CHAPTER|PUBLICATION))?\s+(?=\S.*[a-z])")
_SEPARATOR = r"(?:\s*(?:[:.]|-{1,3}|[–—])\s*|\s+|(?=(?-i:[A-Z])))(?=\S)"
_STAMP = re.compile(rf"notice of violation of ieee publication principles{_SEPARATOR}", re.IGNORECASE)
_IEEE_STAMP = re.compile(rf"notice of retraction(?! and\b){_SEPARATOR}", re.IGNORECASE)
_MARK_AFTER = re.compile(
    r"\s*(?:[-–—:]\s*)?[\[(]\s*(?:(?:this )?(?:article|paper|publication|chapter)(?: has been| was| is)? )?"
    r"(?:retracted|withdrawn)\b(?! (?:from|of)\b)"
    r"[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?[\])]\s*\.?$"
    r"|\s*[-–—:]\s*retracted(?: article| paper)?\.?$|\s+(?-i:RETRACTED)$",
    re.IGNORECASE,
)

_AMBIGUOUS = re.compile(r"withdrawn\s*[:：]|withdrawal|corrections", re.IGNORECASE)
_SUBTITLE = re.compile(r"[a-z]+(?![\w-])")
"""A word in small letters that is no symbol ("p53", "mTOR", "c-Myc"): a notice gives a title, which begins with a capital."""
_PAIRS = {"[": "]", "(": ")", "{": "}", "“": "”", "„": "“", '"': '"', "«": "»", "‘": "’", "【": "】", "［": "］"}

_KINDS = {
    "retraction": (
        r"(?:(?:editorial|editor(?:s['’]|['’]?s)?|publisher['’]?s?) )?retraction"
        r"(?: and re(?:publication|placement)| of publication)?|retractions|withdrawal"
        r"|rétractation|zurückziehung|retractación|retratação|ritrattazione|ретракция(?: статьи)?|отзыв статьи"
        r"|(?:论文|論文)?撤稿(?:声明|聲明|启事|啟事|通知|公告)|(?:論文|论文)?撤回(?:のお知らせ|公告|通知|声明)"
    ),
    "expression of concern": r"(?:editorial |publisher['’]?s? )?expressions? of concern|editorial concern",
    "corrigendum": r"corrigend(?:um|a)",
    "erratum": r"errat(?:um|a)|errata corrige|fe de erratas?|druckfehlerberichtigung|publisher['’]?s? erratum",
    "addendum": r"addend(?:um|a)",
    "correction": (
        r"(?:(?:author|publisher|editorial|editor)(?:['’]?s)? )?corrections?(?: and clarifications?)?|berichtigung|rectificatif"
        r"|publisher['’]?s? note(?=\s*:)|partial retraction|korrektur(?= zu\b)"
        r"|corrección|correção|rettifica"
    ),
}
_FORMAL = r"statement|notice|note|notification|announcement"
_PAPER = r"(?: (?:the|our|my)(?: [a-z]+)? (?:article|paper|manuscript|publication|chapter|letter))?"
_TO = rf"(?:(?:to|for|zu|à|al|di|del){_PAPER}\b\s*:?\s*)"
_OF = rf"(?:(?:of|on|in|regarding|concerning){_PAPER}\b\s*:?\s*)"
_OF_QUOTED = rf"\s+of{_PAPER}\s*(?=[“„\"«‘'].+[”“\"»’']\s*(?:[\[(,.].*)?$)"
_MARKED_OFF = r"(?:\s*[:：]\s*|\s*-{2,3}\s*|\s+-\s*|-\s+|-(?=(?-i:[A-Z]))|\s*[–—]\s*|\.\s+|\s*(?=[“„\"«‘']))"
_AFTER_KINDS = {
    "retraction": (
        r"(?:retraction|withdrawal|removal)(?: (?:notice|note))?\s+(?:of|to)\b.*"
        r"|(?:retraction|withdrawal)(?: notice)?|notice of retraction"
    ),
    "expression of concern": r"(?:editorial )?expression of concern\b.*",
    "corrigendum": r"corrigendum\b.*",
    "erratum": r"erratum\b.*",
    "correction": (
        r"(?:author |publisher )?correction(?:\s+(?:of|to)\b.*)?|retraction in part(?:ial)? of\b.*"
        r"|vol\.? ?\S+,? (?:no\.? ?\S+, )?(?:pg|pp?|art(?:n| no)?)\.? ?\S+(?:, \d{4})?"
        r"|vol\.? ?\S+, [a-z]{0,3}\d+, \d{4}"
    ),
}
_LAST_WORDS = {
    "retraction": "(?-i:RETRACTION|WITHDRAWAL)",
    "expression of concern": "(?:editorial )?expression of concern",
    "corrigendum": "corrigend(?:um|a)",
    "erratum": "errat(?:um|a)",
    "addendum": "(?-i:ADDENDUM)",
    "correction": "(?-i:CORRECTION)",
}
"""What stands behind a title and a dash or colon, as Cambridge University Press has it: "X – CORRIGENDUM"."""
_CITED_WORK = re.compile(r"\s*(?:[^,:;]{2,60} et al\.?\s*[,:]|[^,:;]{2,60} and [^,:;]{2,40},)\s+(?=[A-Z“])")
"""Whose work it is, before its title: "Correction for Berg et al., How Ants Walk"."""
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+", re.IGNORECASE)
_REFERENCE = re.compile(r"\s*[\[(][^\[\]]*(?:\d{4}|10\.\d{4,9}/)[^\[\]]*[\])]\s*\.?$")


@dataclass(frozen=True, slots=True)
class Notice:
    """A work about another one: what kind of notice, the other's title where it is given, and the DOIs given for it."""

    kind: str
    title: str | None = None
    dois: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A title without the mark of a retraction, whether there was one, and what it is a notice about, if it is one."""

    title: str
    retracted: bool = False
    notice: Notice | None = None


def read_title(printed: str, dois: Collection[str] = ()) -> Reading:
    """What a printed title says; `dois` are those of the work.

    Where a mark has nothing beside it ("Retracted"), the title is as printed.
    """
    if not _TELLING.search(printed):
        return Reading(printed)
    if _is_hindawi_notice(printed, dois):
        return Reading(printed, notice=Notice("retraction", printed.partition(":")[2].strip()))
    by_ieee = all(doi.startswith("10.1109/") for doi in dois) and _IEEE_STAMP.match(printed.strip())
    whole = _unwrapped(printed)
    notice = None if by_ieee else _notice(whole)
    if notice:
        return Reading(printed, notice=notice)
    title = _without_mark(whole)
    title = printed if title == whole else title
    return Reading(title, retracted=True, notice=_notice(title)) if title != printed else Reading(printed)


def kind_of_notice(kind: str | None) -> str | None:
    """The kind of notice that a source's own word for a work names ("Published Erratum", "retraction"), or None."""
    kind_words = (kind or "").casefold().replace("_", " ").replace("-", " ")
    if kind_words in {"retraction of publication", "retraction", "retraction notice", "withdrawal"}:
        return "retraction"
    if kind_words in {"published erratum", "erratum", "errata"}:
        return "erratum"
    if kind_words in {"corrigendum", "correction", "expression of concern", "addendum"}:
        return kind_words
    return "correction" if kind_words in {"correction, addition", "addition correction"} else None


def _without_mark(printed: str) -> str:
    title = printed.strip()
    for pattern in (_BRACKETED_MARK, _STARRED_MARK, _BARE_MARK, _STAMP, _IEEE_STAMP, _CAPITAL_MARK):
        found = pattern.match(title)
        if found and _is_meant(pattern, found, title[found.end() :]):
            title = _unquoted(title[found.end() :].strip())
    after = _MARK_AFTER.search(title)
    if after and after.start() > 0:
        title = title[: after.start()].strip()
    return title if title != printed.strip() and any(map(str.isalnum, title)) else printed


def _is_meant(pattern: re.Pattern[str], found: re.Match[str], rest: str) -> bool:
    """A bare "Removed" or "Withdrawn" before a dash or full stop may be a word of the title; in capitals, or before a colon, it
    is not, but for "Withdrawn: social isolation in children", which is a title with its subtitle."""
    mark = found.group().strip()
    if pattern is not _BARE_MARK or mark.rstrip(".-–— :：").isupper():
        return True
    return (":" in mark or "：" in mark) and not (_AMBIGUOUS.fullmatch(mark) and _SUBTITLE.match(rest))


def _unwrapped(printed: str) -> str:
    """A title without the brackets or quotes in which the whole of it stands."""
    title = printed.strip()
    bare = title.removesuffix(".")
    closing = _PAIRS.get(bare[:1])
    inner = bare[1:-1]
    return inner.strip() if closing and bare.endswith(closing) and closing not in inner and bare[0] not in inner else title


def _unquoted(title: str) -> str:
    return _unwrapped(title) if title[:1] in '“„"«‘' else title


def _notice(printed: str) -> Notice | None:
    title = printed.strip()
    for kind, before in _patterns_before():
        found = before.match(title)
        if found and not _is_subject(found.group(), title[found.end() :]):
            return _about(kind, title[found.end() :], title)
    for kind, after in _patterns_after():
        found = after.search(title)
        if found and found.start() > 0:
            rest = title[: found.start()]
            again = _notice(rest)
            return again if again and again.title else _about(kind, rest, title)
    return None


def _is_subject(before: str, rest: str) -> bool:
    """Whether it is what the title is on: "Withdrawal: a theory of exit", "Corrections: The history of American prisons"."""
    word = before.strip().rstrip(":： ")
    is_plural = word.casefold() == "corrections" and rest[:1] not in "“„\"«‘'"
    return _AMBIGUOUS.fullmatch(word) is not None and (is_plural or _SUBTITLE.match(rest) is not None)


def _about(kind: str, rest: str, whole: str) -> Notice:
    dois = tuple(sorted({found.rstrip(".,;)]").casefold() for found in _DOI.findall(whole)}))
    if cited := _CITED_WORK.match(rest):
        rest = rest[cited.end() :]
    quoted = re.match(r"\s*[“„\"«‘'](?P<title>.+)[”“\"»’']\s*(?:[,.]?\s*(?:[\[(].*|(?:by|published)\b.*))?$", rest)
    title = quoted["title"] if quoted else _without_reference(rest)
    title = _without_mark(title.strip().strip('“”„"«»‘').strip())
    return Notice(kind, title if any(map(str.isalnum, title)) else None, dois)


def _without_reference(rest: str) -> str:
    """The rest without the place of the corrected work behind it ("[J. Ants 3 (2001) 1–9]", "(J. Ants, (2001), 3, (1-9),
    10.1/x)")."""
    text = rest.strip()
    if text.endswith((")", "]", ").", "].")):
        closing = len(text.rstrip(".")) - 1
        depth = 0
        for place in range(closing, -1, -1):
            depth += (text[place] in ")]") - (text[place] in "([")
            if depth == 0:
                return text[:place].strip() if place and _REFERENCE.match(text[place:]) else text
    return text


def _is_hindawi_notice(printed: str, dois: Collection[str]) -> bool:
    """Hindawi's notices are called "Retracted: X", with a DOI of their own; the work itself keeps its title, or has it in
    brackets."""
    return printed.startswith("Retracted: ") and any(doi.startswith("10.1155/") for doi in dois)


@cache
def _patterns_before() -> tuple[tuple[str, re.Pattern[str]], ...]:
    patterns = []
    for kind, words in _KINDS.items():
        bracketed = rf"[\[(]\s*(?:{words})\s*[\])]\s*(?:[:.-]\s*)?"
        formal = (
            rf"(?:(?:{_FORMAL}) of (?:{words}|removal)|(?:{words}|removal) (?:{_FORMAL}))(?:\s+{_TO}|\s+{_OF}|{_MARKED_OFF}|\s+)"
        )
        to = rf"{_TO}(?=(?-i:[^a-z]))" if kind == "correction" else _TO  # there are works on "corrections to scaling"
        bare = rf"(?:an? )?(?:{words})(?:\s+{to}|\s+of\s*:\s*|{_OF_QUOTED}|{_MARKED_OFF})"
        patterns.append((kind, re.compile(rf"(?:amendments:\s*)?(?:{bracketed}|{formal}|{bare})(?=\S)", re.IGNORECASE)))
    return tuple(patterns)


@cache
def _patterns_after() -> tuple[tuple[str, re.Pattern[str]], ...]:
    bracketed = [(kind, rf"\s*[\[(](?:{words})[\])]\.?$") for kind, words in _AFTER_KINDS.items()]
    marked_off = [(kind, rf"(?:\s+-\s*|\s*[–—:]\s*|[.,]\s+)(?:{words})\.?$") for kind, words in _LAST_WORDS.items()]
    return tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in (*bracketed, *marked_off))
