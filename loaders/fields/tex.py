"""TeX as it stands in bibliographic data to plain text: accents, braces, quotes, dashes, and simple mathematics."""

import re
from functools import lru_cache

from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, SpecialsTextSpec, get_default_latex_context_db
from pylatexenc.latexwalker import LatexNode, LatexWalkerError
from pylatexenc.latexwalker import get_default_latex_context_db as default_walker_db
from pylatexenc.macrospec import MacroSpec, SpecialsSpec

_TEX = re.compile(r"[\\${}~]|--|``|''")
_ACTIVE = re.compile(r"[\\$]")
_BARE = re.compile(r"(?<!\\)([%&#])")
_LIGATURES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"))
_SCRIPTS = ("_", "^")
_COMMAND = re.compile(r"\\[A-Za-z]+\*?\s*|\\.|[{}$]")
_DROPPED = "(?:noopsort|SortNoop|noop|hyperref|label|cite[a-z]*)"
_WITH_ARGUMENT = re.compile(rf"\{{?\\{_DROPPED}\s*\{{[^{{}}]*\}}\}}?")
_SPACED = re.compile(r"\\[ ,;:/]|\\q?quad\b|\\newline\b|\\\\|\\-")
_WORDS = {
    "hyphen": "-",
    "slash": "/",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2e",
    "BibTeX": "BibTeX",
    "MF": "METAFONT",
}


def plain_tex(text: str) -> str:
    """`text` without TeX: `{\\"O}zge` is Özge, `{DNA}` DNA, `$\\alpha$` α, `CO$_2$` CO2; white space collapsed.

    What cannot be understood loses its backslash commands and keeps its words.
    """
    if not _TEX.search(text):
        return " ".join(text.split())
    return _plain(text)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    text = _WITH_ARGUMENT.sub("", text)
    if _ACTIVE.search(text):
        text = _decoded(text)
    else:
        for written, meant in _LIGATURES:
            text = text.replace(written, meant)
        text = text.replace("{", "").replace("}", "").replace("~", " ")
    return " ".join(text.replace("\u00a0", " ").split())


def _decoded(text: str) -> str:
    """The text behind commands and mathematics. A bare %, & or # means itself in bibliographic data, though not in TeX."""
    readied = _BARE.sub(r"\\\1", _SPACED.sub(lambda found: "" if found.group() in ("\\-", "\\/") else " ", text))
    if readied.count("$") - readied.count("\\$") == 1:
        readied = readied.replace("$", "\\$")
    try:
        return str(_converter().latex_to_text(readied, tolerant_parsing=True, latex_context=_walker_db()))
    except (LatexWalkerError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return _COMMAND.sub("", text)


def _script(node: LatexNode) -> str:
    """Nothing for the sign that lowers or raises what follows; the sign itself outside of mathematics."""
    return "" if node.parsing_state.in_math_mode else str(node.specials_chars)


@lru_cache(maxsize=1)
def _converter() -> LatexNodes2Text:
    known = get_default_latex_context_db()
    quotes = [MacroTextSpec(name, simplify_repl="“%(2)s”") for name in ("enquote", "mkbibquote", "textquote")]
    words = [MacroTextSpec(name, simplify_repl=meant) for name, meant in _WORDS.items()]
    links = [MacroTextSpec("href", simplify_repl="%(2)s"), MacroTextSpec("url", simplify_repl="%s")]
    scripts = [SpecialsTextSpec(sign, simplify_repl=_script) for sign in _SCRIPTS]
    known.add_context_category("bibliography", macros=[*quotes, *words, *links], specials=scripts, prepend=True)
    return LatexNodes2Text(latex_context=known, math_mode="text", strict_latex_spaces=False, keep_comments=True)


@lru_cache(maxsize=1)
def _walker_db() -> object:
    known = default_walker_db()
    quotes = [MacroSpec(name, "*{") for name in ("enquote", "mkbibquote", "textquote")]
    words = [MacroSpec(name, "") for name in _WORDS]
    known.add_context_category(
        "bibliography",
        macros=[*quotes, *words, MacroSpec("href", "{{"), MacroSpec("url", "{")],
        specials=[SpecialsSpec(sign) for sign in _SCRIPTS],
        prepend=True,
    )
    return known
