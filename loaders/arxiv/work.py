"""What arXiv's formats have in common: a paper's fields as arXiv gives them, as a record."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pylatexenc import latex2text, latexwalker
from pylatexenc.macrospec import LatexContextDb

from loaders.fields.arxiv_categories import arxiv_subject, category
from loaders.fields.dates import parsed_date
from loaders.fields.identifiers import arxiv, dois, work_ids
from loaders.fields.links import each_once
from loaders.fields.publication_types import PublicationKind, publication_kind
from loaders.fields.tex import plain_tex
from loaders.fields.venues import publications_in, venue, venue_name
from loaders.fields.xml_words import composed
from loaders.records import Authorship, Publication, Record, Rejection, Subject

_APPROXIMATELY = re.compile(r"(?:(?<=[\s(\[])|^)~(?=[\d$\\])")
_REFERENCE = re.compile(r"\s*(?P<name>[^\d\W](?:[^\d():;@]|:(?=\s+[A-Z][a-z])|\d(?=[A-Za-z]))*)")
_ACRONYM_AT_END = re.compile(r"\((?P<acronym>[A-Z][A-Za-z]*[A-Z][A-Za-z]*)(?:[\s'’]*(?:19|20)?\d\d)?\)")
_YEAR_BEFORE = re.compile(
    r"^(?:in[:\s]\s*)?(?:proc(?:\.|eedings)(?:\s+of)?(?:\s+the)?\s*)?(?:\d{4}\s+)?(?:\d+(?:st|nd|rd|th)\s+)?", re.IGNORECASE
)
_VOLUME_WORDS = re.compile(
    r"[\s,.]*\b(?:v|vol(?:ume)?|no|number|issue|pp?|pages?|article|art|part|ser|series|in press|accepted)\b\.?[\s,]*$", re.I
)


_PERSON = re.compile(r"(?!J\.)(?:[A-Z]\.[ -]?){1,3}(?:[A-Z][a-z]+,|$)|(?!J\.)[A-Z]\. ?[A-Z]$")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_IN_BRACKETS = re.compile(r"\((?:[^()\d]*|[^()]*\s)((?:19|20)\d\d)\)")
_CODE = re.compile(r"[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z-]{2,})?")
_STYLES = re.compile(
    "it|bf|rm|sf|tt|sc|sl|em|cal|Bbb|frak|scr|bm|(?:un)?boldmath|(?:display|text|script)style|tiny|(?:script|footnote|normal)size|small"
    "|large|Large|LARGE|huge|left|right|[bB]igg?[lr]?|(?:no)?limits|protect|hskip|noindent|par"
)
_MACRO = re.compile(r"\\([A-Za-z]+)\s*")
_FORMULA = re.compile(r"(?<!\\)(\$\$?)(?=\S)[^$]{1,500}(?<=\S)\1")
_COMMANDS = re.compile(r"\{[^{}]{0,200}\\[^{}]{0,200}\}(?!\{)|(?<![^\s{}\\])[^\s{}\\]*+\\(?:[^\s{}]|\{[^{}]{0,100}\})++(?!\{)")
logging.getLogger("pylatexenc").addHandler(logging.NullHandler())  # its warnings about odd TeX help no reader of a load
_PRICE = re.compile(r"\\?\$(?=\d)")
_KEPT_DOLLAR = "\ue001"
_KEPT_TILDE = "\ue000"


@dataclass(frozen=True)
class Fields:
    """A paper's fields as text, "" for those that are not given. `date` is that of the first version, in any spelling."""

    where: str
    id: str
    title: str
    abstract: str
    authors: tuple[Authorship, ...]
    complete: bool
    date: str = ""
    categories: tuple[str, ...] = ()
    doi: str = ""
    comment: str = ""
    journal: str = ""


@lru_cache(maxsize=4096)
def _is_known(macro: str) -> bool:
    return bool(_STYLES.fullmatch(macro)) or any(known.get_macro_spec(macro) is not None for known in _macros())


@lru_cache(maxsize=1)
def _macros() -> tuple[LatexContextDb, ...]:
    tables = (latex2text.get_default_latex_context_db(), latexwalker.get_default_latex_context_db())
    for table in tables:
        table.set_unknown_macro_spec(None)
    return tables


def _known_macro(found: re.Match[str]) -> str:
    """A command of the paper's own, as \\Q for the rationals, by its name: what it stands for cannot be known."""
    return found.group() if _is_known(found[1]) else f"{{{found[1]}}}{' ' * found.group()[-1].isspace()}"


def text(printed: str) -> str:
    """Text as arXiv prints it, TeX as characters; a tilde before a number means "about" there, and in an address itself.

    Only the pieces that hold TeX go through the parser, which takes milliseconds for a whole abstract.
    """
    printed = _MACRO.sub(_known_macro, printed)
    kept = _APPROXIMATELY.sub("∼", printed).replace("/~", f"/{_KEPT_TILDE}")
    for pieces in (_FORMULA, _COMMANDS):
        kept = pieces.sub(lambda found: plain_tex(found.group()), kept)
    kept = _PRICE.sub(_KEPT_DOLLAR, kept)
    return composed(plain_tex(kept).replace(_KEPT_TILDE, "~").replace(_KEPT_DOLLAR, "$"))


def work(fields: Fields) -> Record | Rejection:
    """The record of a paper; a rejection where it has no arXiv id or no title."""
    known = arxiv(fields.id)
    title = text(fields.title)
    if known is None:
        return Rejection(
            fields.where, f"{fields.id[:60]!r} is not an arXiv identifier" if fields.id else "the record has no arXiv identifier"
        )
    if not title:
        return Rejection(fields.where, "the paper has no title")
    date = parsed_date(fields.date) or known.date
    year = int(date[:4])
    comment = text(fields.comment) or None
    return Record(
        where=fields.where,
        title=title,
        abstract=text(fields.abstract) or None,
        kind="preprint",
        year=year,
        date=date,
        ids=each_once(*work_ids(arxiv_in=known.value), *(one for value in dois(fields.doi) for one in work_ids(doi_in=value))),
        authors=fields.authors,
        authors_complete=fields.complete,
        publications=tuple(_publications(fields, year, comment)),
        subjects=tuple(_subjects(fields.categories)),
        comment=comment,
    )


def _subjects(codes: tuple[str, ...]) -> Iterator[Subject]:
    for code in filter(_CODE.fullmatch, dict.fromkeys(codes)):
        known = category(code)
        yield arxiv_subject(known.code) if known else Subject(scheme="arxiv", code=code)


def _publications(fields: Fields, year: int, comment: str | None) -> Iterator[Publication]:
    yield Publication(venue="arXiv", kind="preprint", year=year)
    reference = journal_reference(text(fields.journal))
    if reference:
        yield reference
    elif comment:
        yield from publications_in(comment)


def journal_reference(printed: str) -> Publication | None:
    """The publication of a reference: "Phys.Rev.D76:013009,2007" is Phys. Rev. D, 2007; a listed venue under its name.

    None where no name of a journal or conference can be made out.
    """
    listed = publications_in(printed)
    if listed and venue(listed[0].venue):
        return listed[0]
    year = _year(printed)
    meaning = publication_kind(printed)
    acronym = _ACRONYM_AT_END.search(printed)
    if meaning in ("conference", "workshop") and acronym:
        return Publication(venue=venue_name(acronym["acronym"]), kind=meaning, year=year)
    match = _REFERENCE.match(_YEAR_BEFORE.sub("", printed))
    name = match["name"] if match else ""
    while name != (shorter := _VOLUME_WORDS.sub("", name).strip(" ,;-–'\"“”&")):
        name = shorter
    name = re.sub(
        r"(?<=[A-Za-z])\.(?=[A-Z])|(?<=[a-z])(?=[A-Z][a-z]+\.)",
        _opened,
        re.split(r",\s|\.\s(?=[A-Z][a-z]{3,})", name)[0] if meaning != "other" else name,
    )
    if len(name.strip(" .")) < 2 or len(name) > 150 or _PERSON.match(name):
        return None
    kind: PublicationKind = meaning if meaning in ("workshop", "conference", "book") else "journal"
    known = venue(name)
    return Publication(venue=known.name if known else name, kind=known.kind if known else kind, year=year)


def _year(reference: str) -> int | None:
    """The year in brackets, else the last number that can be a year: volumes and pages come before it."""
    bracketed = _YEAR_IN_BRACKETS.search(reference)
    years: list[str] = [bracketed[1]] if bracketed else _YEARS.findall(reference)
    return int(years[-1]) if years else None


def _opened(joint: re.Match[str]) -> str:
    """A space where names of journals are run together."""
    return f"{joint.group()} "
