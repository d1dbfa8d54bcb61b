"""One DOI whatever its spelling: percent-encoded, HTML- or TeX-escaped, within a resolver's, a proxy's or a publisher's address.

What a DOI may hold: https://www.doi.org/doi-handbook/HTML/encoding-rules-for-urls.html; the older ones (SICI, ANSI/NISO
Z39.56) end in a check digit behind ";2-" and hold brackets, angle brackets and semicolons.
"""

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

_TIMES_ENCODED = 3
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPELLED = str.maketrans(
    dict(zip("‐‑‒–—―−﹣－⁄∕／．（）：；，。〈〉⟨⟩＜＞", "---------///.():;,.<><><>", strict=True))
    | {
        chr(wide): chr(wide - 0xFEE0)
        for first, last in ("09", "AZ", "az")
        for wide in range(ord(first) + 0xFEE0, ord(last) + 0xFEE1)
    }
)
_ENTITY = re.compile(r"&(?:[A-Za-z]\w*|#\d+|#x[0-9A-Fa-f]+);")
_TEX_WORDS = re.compile(r"\\(?:text)?(?P<word>(?:less|greater|lt|gt|underscore|slash)(?![A-Za-z])|_)\s*(?:\{\s*\})?")
_TEX_SIGNS = {"less": "<", "lt": "<", "greater": ">", "gt": ">", "underscore": "_", "_": "_", "slash": "/"}
_TEX_ESCAPED = re.compile(r"\\(?:(?:allowbreak|-)(?![A-Za-z])\s*(?:\{\s*\})?|([%&#$<>{}()\[\].:;/]))")
_MATHEMATICS = re.compile(r"\$\s*([<>_&%#/;:()\[\]-])\s*\$")
_BRACED = re.compile(r"\{([^{}]*)\}")
_SPACED = re.compile(
    r"(?:(?<=doi)|(?<=doi[:=])|(?<=^))\s*10\s*\.\s*(\d{4,9}(?:\.\d+)*)\s*/\s*(?=\S)|(10\.\d{4,9})(?:\s+/\s*|/\s+)(?=\S)",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\s*(?:https?:\S*?/|(?:info:)?doi\b\s*[:=]?)?\s*10\.\d{4,9}(?:\.\d+)*(?:/|%2F)\S*(?:\s+\S+){1,3}\s*", re.IGNORECASE
)
_TORN = re.compile(r"(?<=[-/_(])\s+(?=\S*\d)|(?<=;)\s+(?=2(?:-|$))|(?<=[\w)]\.)\s+(?=\d+[.-]\d)|\s+(?=[-/_.]\S*\d)")
_SIMPLE = re.compile(r"(?:https?://(?:dx\.)?doi\.org/)?(10\.(?!1101/|64898/|48550/)\d{4,9}/[A-Za-z0-9_.()-]*[A-Za-z0-9])")
"""Most DOIs: there is nothing to decode or to truncate."""
_TAG = (
    r"</|<[a-z][a-z-]*[\s/]|<(?:a|abbr|b|bold|br|center|cite|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|italic|li|link|nobr|ol|p|pre|q|s|sc|small"
    r"|span|strong|sub|sup|table|tbody|td|th|title|tr|tt|u|ul|url)>"
)
"""A tag that follows a DOI. Others in angle brackets may be of a DOI: "10.1000/abc<x>"."""
_BEHIND_TAG = re.compile(rf"(?:{_TAG}).*", re.IGNORECASE)
_DOI = re.compile(
    r"(?<!\d)(?<!\d\.)10\.\d{4,9}(?:\.\d+)*(?:/|%(?:25)*2F)"
    r"(?:(?![,;|]\s*(?:https?:|(?:info:)?doi\b|10\.\d{4,9}(?:/|%2F)))(?![,;|]\s*(?:pmid|pmcid|pii|arxiv|issn|isbn)\b)(?!\]\()"
    rf"(?!{_TAG})[^\s\"|\\^`])+",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(r"/(?:books?|referencework|reference-work|journals?|toc|series|proceedings)/10\.\d{4}", re.IGNORECASE)
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_QUERY = re.compile(r"(?:\?(?=[\w.-]+=|$)|&(?=[\w.-]+=)|;jsessionid=|\?$).*", re.IGNORECASE)
_FRAGMENT = re.compile(r"#[A-Za-z:][\w.~:=%,/-]*$")
_KNOWN_FRAGMENT = re.compile(
    r"#(?:abs(?:tract)?|sec(?:tion)?|s|fig(?:ure)?|f|tab(?:le)?|t|b|bib|ref(?:erence)?s?|cr|citeas|full|top|page)-?\d*$", re.I
)
_VIEW = re.compile(
    r"/(?:abstract|summary|full|full-?text|e?pdf|pdfdirect|epub|html?|meta|references|citedby|issuetoc|supp?info|figures|related)$"
    r"|\.(?:pdf|full|abstract|full-text|html?)$",
    re.IGNORECASE,
)
_VIEWS_OF_SIMPLE = ("pdf", "full", "abstract", "text", "htm", "html")
_END = re.compile(r"(?:[.,;:'”’\"…]|&(?:amp)?|(?<!;2-)#|/)+$")
_PREPRINT_VERSION = re.compile(r"(?<=\d{4})v\d{1,2}$")
_PREPRINTS = ("10.1101/", "10.64898/", "10.48550/arxiv.")
_LABEL = re.compile(r"\s*\[(?:doi|pii)\]$", re.IGNORECASE)
_PART_OF_ADDRESS = re.compile(r"/(?:suppl_file|transform)/.*$", re.IGNORECASE)
_OXFORD_NUMBER = re.compile(r"(10\.1093/\w+/\w+)/\d{5,}")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}


def doi(text: str | None) -> str | None:
    """The first DOI in `text`, bare and in lower case; None where there is none."""
    return next(iter(dois(text)), None)


def dois(text: str | None) -> tuple[str, ...]:
    """Every DOI in `text`, bare and in lower case, distinct, in order.

    A bracket, a full stop or a comma behind a DOI is not of it unless the bracket was opened inside; nor is what an address adds
    to it ("/abstract", ".pdf", "?utm_source=…"), or the version of a preprint (bioRxiv, arXiv).
    """
    if not text or ("10" not in text and "１０" not in text):
        return ()
    if (simple := _SIMPLE.fullmatch(text)) and not text.endswith(_VIEWS_OF_SIMPLE):
        return (simple[1].lower(),)
    readable = _readable(text)
    found = (_bare(match.group(), in_address="/" in _before(readable, match.start())) for match in _DOI.finditer(readable))
    return tuple(dict.fromkeys(value for value in found if value))


def _before(text: str, at: int) -> str:
    """The word that ends at a place."""
    return text[max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1 : at]


def doi_in_address(text: str | None) -> str | None:
    """The first DOI that stands in an address (of a resolver, a proxy or a publisher) in `text`; None where there is none.

    The address of a whole book, of proceedings or of a journal does not name the work that gives it.
    """
    return next((found for address in _addresses(text or "") if not _OF_WHOLE.search(address) for found in dois(address)), None)


def _addresses(text: str) -> Iterator[str]:
    return (word for word in text.split() if "://" in word or "doi.org/" in word.lower() or "%3a%2f%2f" in word.lower())


def plain(text: str) -> str:
    """`text` without invisible characters, and with plain hyphens, slashes and brackets in place of their look-alikes."""
    return text if text.isascii() else _INVISIBLE.sub("", text).translate(_SPELLED)


def _readable(text: str) -> str:
    """`text` with entities and TeX as characters, and with no space inside a DOI that is the whole of it."""
    text = plain(text)
    for _ in range(_TIMES_ENCODED):
        if not _ENTITY.search(text):
            break
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    if "\\" in text or "{" in text or "$" in text:
        text = _without_tex(text)
    text = _SPACED.sub(lambda found: f"10.{found[1]}/" if found[1] else f"{found[2]}/", text)
    return _TORN.sub("", text.strip()) if _WHOLE.fullmatch(text) else text


def _without_tex(text: str) -> str:
    text = _TEX_WORDS.sub(lambda found: _TEX_SIGNS[found["word"]], text)
    if "\\href" in text:
        text = text.replace("}{", "} {")
    text = _MATHEMATICS.sub(r"\1", _TEX_ESCAPED.sub(lambda found: found[1] or "", text))
    while text != (unbraced := _BRACED.sub(r"\1", text)):
        text = unbraced
    return text


def _bare(found: str, *, in_address: bool) -> str | None:
    """A DOI as found, decoded, without what an address adds to it; None where nothing is left behind the prefix.

    In an address a bare "#" begins a fragment. A DOI by itself can have one of its own.
    """
    value = (_FRAGMENT if in_address else _KNOWN_FRAGMENT).sub("", _QUERY.sub("", found))
    for _ in range(_TIMES_ENCODED):
        if not _PERCENT.search(value):
            break
        value = _QUERY.sub("", next(iter(unquote(value).split()), ""))
    value = _BEHIND_TAG.sub("", value)  # it may have been encoded, and who reads the value again finds the same
    value = _trimmed(_LABEL.sub("", _PART_OF_ADDRESS.sub("", value) if in_address else value)).lower()
    if value.startswith(_PREPRINTS):
        value = _PREPRINT_VERSION.sub("", value)
    if oxford := _OXFORD_NUMBER.fullmatch(value):
        value = oxford[1]
    prefix, _, name = value.partition("/")
    return value if name and prefix.startswith("10.") else None


def _trimmed(value: str) -> str:
    while True:
        shorter = _VIEW.sub("", _END.sub("", value))
        for opening, closing in _BRACKETS.items():
            if shorter.endswith(closing) and shorter.count(closing) > shorter.count(opening):
                shorter = shorter[:-1]
        if shorter == value:
            return value
        value = shorter
