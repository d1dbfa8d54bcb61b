"""Names that a source gives in one piece, without saying whether they are a person's: people, organisations, and nobody."""

import re

from loaders.person_names import PrintedName, in_natural_order, is_nobody

_ORGANISATION_WORDS = (
    "academ(?:y|ia)|administration|agen(?:cy|tur)|akademie|alliance|archives?|association|associates|audit|authority|bibliothek"
    "|bibliothèque|biblioteca|board|botanic(?:al)?|bureau|centers?|centres?|centro|centrum|clinic|coalition|collaboration"
    "|coll[eè]ge|collection|commission|committee|company|comité|compan(?:y|ies)|conference|congress|consortium|consulting|consult"
    "|corp(?:oration)?|council|cultivos|databank|database|department|departamento|dienst|directorate|division|embassy|enterprises?"
    "|facility|faculty|fakultät|federation|firm|forschungs\\w*|forum|foundation|gesellschaft|gmbh|government|group"
    "|hochschule|volkshochschule|hospital|inc|industr(?:y|ies)|informatics|infrastructure|ingenieur\\w+|initiative|inria|institut[eo]?s?|institution|international"
    "|investigators|journals?|kommission|laborator(?:y|ies|ium)|labs?|librar(?:y|ies)|limited|llc|ltd|magazine|ministry|museum"
    "|museo|mus[ée]e|nations|national|network|nonprofit|observatory|office|organi[sz]ations?|panel|party|partners|partnership"
    "|partnerschaft|platform|programme?|project|publish(?:er|ers|ing)|registry|repository|research|room|school|sciences?"
    "|secretariat|services?|societ(?:y|à|é)|société|solutions|statisti[ck]\\w*|bundes\\w+|museen|stiftung|studios?|survey|system[es]?|team"
    "|technolog(?:y|ies)|united|universit\\w+|universidad\\w*|uniwersytet|univ|verband|verein|verlag\\w*|workgroup|workshop"
)
_ORGANISATION = re.compile(
    rf"\b(?:{_ORGANISATION_WORDS})\b|&|\bof\b|\.(?:org|com|net)\b|\b(?:world|central|reserve|development) bank\b|®|™",
    re.IGNORECASE,
)
_INNER_CAPITAL = re.compile(r"(?:Ma?c|De|Di|Du|La|Le|Van|Von|Fitz|Al|El|Ben)[A-Z][a-z]+")
_CAPITALS_ONLY = re.compile(r"[A-Z0-9]{3,}|\w*[a-z]\w*[A-Z]\w*|[A-Z]{2,}[a-z]\w+")
_NOT_GIVEN = re.compile(
    r"[:\[(]*\s*:?\(?\s*(?:unav|unap|unkn|unal|unas|null|none|tba|etal|s\.\s?n\.?|n\.?\s?n\.?|unbekannt"
    r"|not provided|no name(?: supplied)?|not available|unknown(?: authors?)?|various(?: authors)?)\s*[:)\].]*(?:\s+unknown)?",
    re.IGNORECASE,
)
_AND = re.compile(r"^\s*(?:and|und|et)\s+(?=\S+\s)", re.IGNORECASE)
_LIFE = re.compile(r",?\s*\(?\d{3,4}\??\s*[-–]\s*(?:\d{3,4}\??)?\)?|,\s*[-–]\s*\d{4}|,\s*(?:b|d|geb)\.\s*\d{4}", re.IGNORECASE)


def is_missing(name: str) -> bool:
    """Whether a name stands for none: "(:unav)", "[S.N.]", "Unknown", "No Name Supplied"."""
    text = name.strip()
    return not text.strip(" ,.;:-*") or is_nobody(text) or bool(_NOT_GIVEN.fullmatch(text))


def is_organisation(name: str) -> bool:
    """Whether a name holds a word by which organisations are known, or is one word with capitals inside ("CCAFS", "PowerTAC")
    that no family name has there ("McDonald")."""
    if _ORGANISATION.search(name):
        return True
    words = name.split()
    return len(words) == 1 and bool(_CAPITALS_ONLY.fullmatch(words[0])) and not _INNER_CAPITAL.fullmatch(words[0])


def undivided(printed: str, *, person: bool = False) -> PrintedName:
    """The name in natural order; an organisation's as it is. `person` says that the source calls it a person's.

    "Scot, Reginald, 1538?-1599" is Reginald Scot: years of life are left out.
    """
    text = " ".join(_LIFE.sub("", _AND.sub("", printed)).split()).strip(" ,;*")
    if is_organisation(text) and not (person and "," in text):
        return PrintedName(" ".join(printed.split()).strip(" ,;*"), is_organisation=True)
    found = in_natural_order(text)
    if person and found.is_organisation and found.name.count(",") > 1:
        family, given, *_ = (part.strip() for part in found.name.split(","))
        return in_natural_order(f"{family}, {given}")
    return found
