"""What stands around names in author lists and is not part of them: identifiers, addresses, footnote marks, roles, titles."""

import re
from dataclasses import dataclass, field

from loaders.fields.identifiers import orcid
from loaders.fields.name_words import DEGREE, DEGREE_BEHIND, LIFE, ORGANISATION, OTHERS, SHORT_DEGREE, TITLE, given_names
from loaders.parsing.markup import plain_markup
from loaders.records import Affiliation, Identifier

_SUPERSCRIPT = re.compile(
    r"<sup\b[^<>]*>[^<>]{0,20}</sup>|\$?\^\{?[\d,*†‡a-h\s]{1,12}\}?\$|\^\{[^{}]{0,12}\}|\^\d+(?:,\d+)*|\$\^?\{?[\w*,]{1,6}\}?\$"
    r"|\\textsuperscript\{[^{}]{0,12}\}|\\thanks\{[^{}]*\}",
    re.IGNORECASE,
)
_ORCID = re.compile(
    r"[\s,]*[\[(<{]?\s*(?:ORCID(?:\s*iD)?\s*[:=]?\s*)?(?:https?://)?(?:www\.)?(?:orcid\.org/)?"
    r"(?P<id>\d{4}-\d{4}-\d{4}-\d{3}[\dXx])/?\s*[\])>}]?"
)
_NAMED_IDS = re.compile(r"\s*\[(?P<ids>\s*[a-z]+:[^\s\[\]]+(?:\s+[a-z]+:[^\s\[\]]+)*\s*)\]")
"""Identifiers with the names of their schemes: "[omid:ra/0612 orcid:0000-0002-1825-0097]"."""
_REPEATED = re.compile(r",(?: ?,)+")
_ADDRESS = re.compile(
    r"[\s,]*[<(\[]?\s*(?:e-?mail\s*:\s*|mailto:)?(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[>)\]]?", re.IGNORECASE
)
_DEGREE_BRACKET = re.compile(rf"(?<=[\s,])((?:{DEGREE.pattern}|{SHORT_DEGREE.pattern}))\s*\([^()]{{1,14}}\)")
"""A degree with where it is from, or how good it was: "BSc (Hons)"."""
_NUMBERED = re.compile(
    r"(?P<before>^|[;,|\n]\s*|\s(?=[(\[]))(?:[(\[](?P<inside>\d{1,3})[)\]]|(?P<bare>\d{1,3})[.)])\s+(?=[^\W\d_])"
)
_BRACKET = re.compile(r"\s*(?:\((?P<round>[^()]*)\)|\[(?P<square>[^\[\]]*)\])")
_FOOTNOTE = re.compile(r"\s*(?:\d{1,2}|[a-h*†‡§¶])(?:\s*[,;]\s*(?:\d{1,2}|[a-h*†‡§¶]))*\s*", re.IGNORECASE)
_SIGNS = "*∗⁎†‡§¶‖✉☆★¹²³⁰⁴⁵⁶⁷⁸⁹ªᵃᵇᶜᵈᵉ⁺˒⁾⁽"
_MARKS = re.compile(rf"\s*(?<!M(?=ª))(?:\d{{0,2}}\s?[,]?\s?[{_SIGNS}]+(?:[,\s]?\d{{1,2}}(?!\d))*(?:,(?=[{_SIGNS}\d]))*)+")
_DIGITS = re.compile(
    r"(?<=[^\W\d_]{2}|[^\W\d_]\.|\s[^\W\d_a-z])\s?\d{1,2}(?:\s?[,-]\s?\d{1,2})*(?![\d\w-])(?=\s*(?:[,;|/&]|$|\n|(?:and|und|et|y)\b))"
)
_LETTER = re.compile(r"(?<=[^\W\d_]{2})\s[a-h](?:\s?,\s?[a-h\d])*(?=\s*(?:[,;|&]|$|\n|(?:and|und|et)\b))")
_EDITOR = re.compile(r"(?:ed|editor|hrsg|hg|herausgeber|dir|coord|org)\.?", re.IGNORECASE)
_EDITORS = re.compile(r"(?:eds|editors)\.?", re.IGNORECASE)
_EDITORS_BEHIND = re.compile(r"[\s,]+(?:eds|(?-i:editors)|hrsg|hg|herausgeber)\.?\s*$|,\s*(?:ed\.?|editors?)\s*$", re.IGNORECASE)
_GIVEN_ED = re.compile(r"(?:^|[;|\n]|\band\b|&)\s*(?:[^\W\dA-Z_]+\s+){0,3}[^\s,;|]+\s*,\s*E[dD]\s*(?=$|[;|\n]|\s(?:and|AND|&)\s)")
"""The given name behind a family name, where no other stands before it: "Lee, Ed", "LEE, ED"."""
_ROLE_BEHIND = re.compile(
    r",\s*(?:(?P<editor>editor|éditeur|ed\.|hrsg\.)|author|translator|illustrator|contributor|compiler)\.?(?=\s*(?:[;|\n]|$))",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:(?:corresponding|first|lead|senior|co-?|principal)\s*)?(?:authors?|investigator)|creators?|supervisor|advisor|translators?|trans\."
    r"|illustrators?|deceased|she/her|he/him|they/them|aut|verf\.|contributor|presenter|speaker",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"^\s*(?:(?:written|edited|compiled|authored|submitted)\s+)?by[:\s]+|^\s*(?:authors?|author\(s\)|creators?|names?)\s*:\s*",
    re.IGNORECASE,
)
_FIRST_HELD = 0xE200
_LAST_HELD = 0xF8FF
HELD = re.compile(f"[{chr(_FIRST_HELD)}-{chr(_LAST_HELD)}]")
"""A character that stands for something held beside a name."""
_WRAPPED = re.compile(r"^([\"'“‘«`\[({])(.*?)([\"'”’»`\])}])$")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass
class Marks:
    """What the list gives beside its names; in the text one character stands for each. None stands for "(Ed.)"."""

    held: list[Identifier | Affiliation | None] = field(default_factory=list)
    editors: bool = False

    def hold(self, found: Identifier | Affiliation | None) -> str:
        """The character that stands for `found`."""
        self.held.append(found)
        return chr(min(_FIRST_HELD + len(self.held) - 1, _LAST_HELD))

    def beside(self, text: str) -> tuple[tuple[Identifier, ...], tuple[Affiliation, ...]]:
        """The identifiers and affiliations that stand beside a name."""
        found = self._held(text)
        ids = dict.fromkeys(each for each in found if isinstance(each, Identifier))
        return tuple(ids), tuple(dict.fromkeys(each for each in found if isinstance(each, Affiliation)))

    def says_editor(self, text: str) -> bool:
        """Whether the list calls the person an editor."""
        return self.editors or None in self._held(text)

    def _held(self, text: str) -> list[Identifier | Affiliation | None]:
        return [self.held[at] for each in HELD.findall(text) if (at := ord(each) - _FIRST_HELD) < len(self.held)]


def without_marks(text: str) -> tuple[str, Marks]:
    """The list without what is not part of names, and what of that is kept.

    ORCIDs and places in brackets are held beside their name. Left out are addresses, footnote marks ("Lee1,2*"), roles, "by".
    """
    marks = Marks()
    text = _REPEATED.sub(",", "\n".join(" ".join(line.split()) for line in text.split("\n")))
    text = plain_markup(_SUPERSCRIPT.sub("", text).replace("\\&", "&"), paragraphs=True)
    text = _NAMED_IDS.sub(lambda found: "".join(_known(each, marks) for each in _ORCID.finditer(found["ids"])), text)
    text = _ORCID.sub(lambda found: _known(found, marks), text)
    text = LIFE.sub("", text)
    text = _ADDRESS.sub("", text) if "@" in text else text
    text = _BEGINS.sub("", text)
    text = _without_numbers(_DEGREE_BRACKET.sub(r"\1", text))
    text = _BRACKET.sub(lambda found: _bracket(found, marks), text)
    given_ed = {found.end() for found in _GIVEN_ED.finditer(text)}
    if re.search(r"[;|\n]|author\s*$", text):
        text = _ROLE_BEHIND.sub(lambda found: _role(found, marks, given_ed), text)
    if _EDITORS_BEHIND.search(text) and not _GIVEN_ED.search(text[text.rfind(";") + 1 :]):
        marks.editors = True
        text = _EDITORS_BEHIND.sub("", text)
    return _without_letters(_without_digits(without_signs(text))).strip(), marks


def without_signs(text: str) -> str:
    """The text without the signs of footnotes ("Lee*", "Lee1†"), each replaced by a space."""
    return _MARKS.sub(" ", text)


def _without_numbers(text: str) -> str:
    """The list without the numbers by which it is counted: "1. Ann Lee; 2. Bo Chen", "(1) Ann Lee (2) Bo Chen"."""
    found = list(_NUMBERED.finditer(text))
    counted = [int(each["inside"] or each["bare"]) for each in found]
    if not found or found[0].start() or counted != list(range(1, len(found) + 1)):
        return text
    return _NUMBERED.sub(lambda each: (each["before"] if each["before"].strip() else "; ") if each.start() else "", text)


def _known(found: re.Match[str], marks: Marks) -> str:
    value = orcid(found["id"])
    return marks.hold(Identifier("orcid", value)) if value else ""


def _role(found: re.Match[str], marks: Marks, given_ed: set[int]) -> str:
    if found.end() in given_ed:
        return found.group()
    return marks.hold(None) if found["editor"] else ""


def _bracket(found: re.Match[str], marks: Marks) -> str:
    inside = found["round"] if found["round"] is not None else found["square"]
    bare = inside.strip()
    if OTHERS.fullmatch(bare):
        return f", {bare}"
    if DEGREE.fullmatch(bare) or SHORT_DEGREE.fullmatch(bare):
        return ""
    if not bare or _FOOTNOTE.fullmatch(bare) or _ROLE.fullmatch(bare) or bare.isdigit():
        return ""
    if HELD.fullmatch(bare):
        return bare
    if _EDITORS.fullmatch(bare):
        marks.editors = True
        return ""
    if _EDITOR.fullmatch(bare):
        return marks.hold(None)
    before = re.split(r"[,;|\n]", found.string[max(0, found.start() - 200) : found.start()])[-1]
    if found["round"] is not None and before.strip() and is_place(bare) and not ORGANISATION.search(before):
        return marks.hold(Affiliation(" ".join(bare.split())))
    return found.group()


def is_place(text_in_brackets: str) -> bool:
    """Whether what stands in brackets behind a name is where the person works."""
    return bool(ORGANISATION.search(text_in_brackets)) or (text_in_brackets.isupper() and len(text_in_brackets) > 1)


def _without_digits(text: str) -> str:
    """The list without the digits of footnotes. One number behind a word in capitals is the word's ("XENON1T", "COVID19")."""
    found = list(_DIGITS.finditer(text))
    if not found or not re.search(r"\s|[,;|]", text):
        return text
    before = text[: found[0].start()].split()[-1].rstrip(".")
    if len(found) == 1 and before.isupper() and len(before) > 1:
        return text
    return _DIGITS.sub("", text)


def _without_letters(text: str) -> str:
    """The list without the letters of footnotes. An "e" alone stands in Portuguese and Urdu names: "Silva, Ana e"."""
    letters = {found.group().strip().casefold() for found in _LETTER.finditer(text)}
    return _LETTER.sub("", text) if letters - {"e"} else text


def without_wrapping(text: str) -> str:
    """The text without quotes or brackets around the whole of it."""
    while (wrapped := _WRAPPED.match(text)) and wrapped[2].count(wrapped[1]) == wrapped[2].count(wrapped[3]) == 0:
        text = wrapped[2].strip(" ,;")
    return text


def unmarked_name(text: str) -> str:
    """One name without quotes or brackets around it, without titles before and degrees behind it."""
    name = " ".join(HELD.sub("", text).split()).strip(" ,;:|/*+")
    name = without_wrapping(name).strip('"“”«»`')
    untitled = TITLE.sub("", name)
    name = untitled if _LETTERS.search(untitled) and len(untitled) > 2 else name
    shorter = DEGREE_BEHIND.sub("", name)
    name = shorter if " " in shorter else name
    words = name.split()
    while len(words) > 2 and SHORT_DEGREE.fullmatch(words[-1]) and words[0].casefold() in given_names():
        words.pop()
    name = " ".join(words)
    return name.strip(" ,;")
