"""Where in its journal or proceedings a work stands: volume, issue, pages and article number, in one spelling for all formats."""

import re
from typing import TypedDict

from loaders.parsing.markup import plain_markup

_LONGEST = 100
_DASHES = re.compile(r"\s*[-‐‑‒–—―−]+\s*")
_ABSENT = re.compile(
    r"0+|[-–—?.*_/ ]*|n\.?\s*/?\s*[ap]\.?|n\.\s?pag\.?|nan|none|null|nil|unknown|undefined|unavailable"
    r"|not (?:available|applicable|specified)|no pages|no[ -](?:pagination )?specified|tba|tbd|\[?s\.\s?n\.?\]?"
    r"|(?:article |publish(?:ed)? )?(?:in press|ahead of (?:print|time)|online(?: first| ahead of print)?)"
    r"|early access|forthcoming|to appear|accepted|submitted|preprint|epub|aop|(?:abs[/ ]|arxiv\b|corr\b).*",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\d+\s*(?:pages|pp?|p)\.?|(?:pages|pp)\.?\s*:?\s*0+(?:\s*-\s*0+)?", re.IGNORECASE)
_VOLUME_WORD = re.compile(r"(?:volumes?|vols?|v(?=\.)|bd|band|tome?|jg|jahrgang)\b\.?\s*:?\s*(?=\S)", re.IGNORECASE)
_ISSUE_WORD = re.compile(r"(?:issues?|iss|number|numéro|no|nr|núm|num|heft)\b\.?\s*:?\s*(?=\S)|№\s*|n[°º]\s*", re.IGNORECASE)
_PAGES_WORD = re.compile(r"(?:pages?|pp|pgs?|p)(?:\.\s*:?|\s*:|\s)\s*(?=\S)|pp(?=\d)", re.IGNORECASE)
_ARTICLE_WORD = re.compile(
    r"(?:article|artn?|paper)\b\.?\s*(?:(?:number|no|nr|id|#)\b\.?)?\s*:?\s*(?=\S*\d)|(?:no|nr)\.\s*(?=\d)", re.IGNORECASE
)
_RANGE = re.compile(r"(?P<first>[^\s,;-]+)-(?P<last>[^\s,;-]+)")


class Numbering(TypedDict):
    """The four members of a `Record` that say where a work stands; None for what is not given."""

    volume: str | None
    issue: str | None
    pages: str | None
    article_number: str | None


def numbering(
    *,
    volume: object = None,
    issue: object = None,
    pages: object = None,
    article_number: object = None,
    first: object = None,
    last: object = None,
) -> Numbering:
    """What a source gives, each a text or a number: `pages` as a whole, or else their `first` and `last`.

    As printed, but in one spelling: without the words "vol.", "no.", "pp.", and with a plain hyphen between pages ("101–110" and
    "101--110" are "101-110"); a range from a page to itself is that page. None for what says that there is none ("n/a", "0-0",
    "in press"), for a count ("12 pages"), and for an arXiv identifier, which dblp and ADS put there ("abs/2101.08692").
    """
    return Numbering(
        volume=_printed(volume, _VOLUME_WORD),
        issue=_printed(issue, _ISSUE_WORD),
        pages=_pages(pages) or _pages(_from_to(_pages(first), _pages(last))),
        article_number=_printed(article_number, _ARTICLE_WORD),
    )


def _printed(value: object, word: re.Pattern[str]) -> str | None:
    """The value as text without the word before it; None where it says that there is none, or is too long to be one."""
    if value is None:  # as most are
        return None
    text = _DASHES.sub("-", _text(value))
    text = word.sub("", text, count=1).strip(" ,;") if word.match(text) else text.strip(" ,;")
    return None if not text or len(text) > _LONGEST or _ABSENT.fullmatch(text) else text


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, float):
        value = int(value) if value.is_integer() else value
    return plain_markup(str(value))


def _pages(value: object) -> str | None:
    if value is None or _COUNT.fullmatch(_text(value)):
        return None
    text = _printed(value, _PAGES_WORD)
    text = text.removesuffix("-").removesuffix(".") if text else None
    if not text or _ABSENT.fullmatch(text):
        return None
    if match := _RANGE.fullmatch(text):
        return _from_to(*(None if _ABSENT.fullmatch(part) else part for part in match.groups()))
    return text


def _from_to(first: str | None, last: str | None) -> str | None:
    """The range; the first alone where it is a range itself, where there is no last page, or where that is the same."""
    if first is None or last is None or last == first or "-" in first:
        return first
    return f"{first}+" if last == "+" else f"{first}-{last}"
