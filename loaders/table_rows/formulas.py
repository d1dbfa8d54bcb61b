"""Text in tables that a spreadsheet program would take for a formula: written so that none does, and read as it was meant.

A single quotation mark in front makes it text there (https://owasp.org/www-community/attacks/CSV_Injection). Reading takes it
away again, so that a table says the same after it was written and read; a title may open with a quotation itself, as in
"'-omics' of ants", and keeps that mark.
"""

import re

_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What begins a formula, the wide forms of Japanese keyboards included, behind any marks that stand in front already."""
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?")
_QUOTATION = re.compile(r"'-\w+'(?!\w)")


def no_formula(text: str) -> str:
    """Text that no spreadsheet program takes for a formula; a number is none."""
    if _QUOTATION.match(text):
        return text
    if _QUOTATION.match(f"'{text}"):
        return f"''{text}"
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def as_meant(text: str) -> str:
    """What `no_formula` was given, by what it gave back."""
    if not text.startswith("'") or _QUOTATION.match(text):
        return text
    if text.startswith("''") and _QUOTATION.match(text[1:]):
        return text[2:]
    return text[1:] if _FORMULA.match(text) else text
