"""Text that carries HTML, JATS or MathML markup, as plain text. Its entities have been decoded where it was read (`entities`)."""

import re

_PREFIX = r"(?:[a-z][\w.-]{0,15}:)?"
_COPIES = re.compile(rf"<(?P<name>{_PREFIX}(?:annotation(?:-xml)?|tex-math|script|style))\b[^<>]*>", re.IGNORECASE)
_PARAGRAPH = re.compile(rf"</?{_PREFIX}(?:p|br|div|sec|li|ul|ol|list|list-item|title|h[1-6])(?=[\s/>])[^<>]*>", re.IGNORECASE)
_TAG = re.compile(
    rf"</?(?:(?:mml|jats):[\w-]+|{_PREFIX}(?:i|b|u|s|em|strong|small|big|sub|sup|inf|tt|sc|scp|scb|italic|bold|roman|sans-serif"
    r"|monospace|underline|overline|strike|span|font|a|inline-formula|disp-formula|formula|alternatives|tex-math|ext-link|xref"
    r"|named-content|styled-content|math|mrow|mi|mn|mo|mtext|mspace|ms|msub|msup|msubsup|mfrac|msqrt|mroot|mover|munder|munderover"
    r"|mstyle|merror|mpadded|mphantom|mfenced|menclose|mmultiscripts|mprescripts|mtable|mtr|mtd|maction|semantics|inline-graphic"
    r"|graphic|img|q|cite|code|abbr|nobr|center|label))(?=[\s/>])[^<>]*>|</?(?:b|i|u)/\s*>",
    re.IGNORECASE,
)


def plain_markup(text: str, *, paragraphs: bool = False) -> str:
    """`text` without tags, white space collapsed.

    Only names of known elements are tags, so that "p<0.05 and q>1" stays. With `paragraphs` their ends are kept as line ends.
    """
    if "<" not in text:
        return _collapsed(text, paragraphs)
    text = _without_copies(text)
    text = _PARAGRAPH.sub("\n", text)
    return _collapsed(_TAG.sub("", text), paragraphs)


def is_tag(text: str) -> bool:
    """Whether `text` is a tag of a known element, and nothing else."""
    return any(tag.fullmatch(text) for tag in (_TAG, _PARAGRAPH, _COPIES))


def _without_copies(text: str) -> str:
    """`text` without the elements that say a formula once more, or that are not text at all."""
    kept, at, unclosed = [], 0, set[str]()
    for opened in _COPIES.finditer(text):
        name = opened["name"].lower()
        if opened.start() < at or name in unclosed:
            continue
        closed = re.compile(rf"</{re.escape(name)}\s*>", re.IGNORECASE).search(text, opened.end())
        if closed is None:
            unclosed.add(name)
            continue
        kept.append(text[at : opened.start()])
        at = closed.end()
    return "".join(kept) + text[at:]


def _collapsed(text: str, paragraphs: bool) -> str:
    if not paragraphs:
        return " ".join(text.split())
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))
