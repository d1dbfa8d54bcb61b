"""The words by which parts of names are known: suffixes, degrees, titles, particles, organisations, and words for nobody."""

import re
from functools import cache
from importlib.resources import files

GENERATION = "Jr|Sr|2nd|3rd|4th|II|III|IV"
"""What tells the generations of a family apart behind a name, as a part of patterns."""

SUFFIX = re.compile(rf"(?:{GENERATION}|(?i:jr|sr|2nd|3rd|4th)|[JS]r\.|Ii|Iii|ii|iii)\.?")
"""The same as a whole, in the spellings that names in lists have: "Jr.", "JR", "III"."""

_DEGREES = (
    r"[Pp][Hh]\.? ?[Dd]|D\.? ?Phil|Dr\.?-?Ing|Dr\.? ?rer\.? ?nat|Pharm\.?D|Ed\.D|EdD|Psy\.?D|Sc\.?D|D\.?Sc|Dr\.?PH"
    r"|M\.? ?Sc|B\.? ?Sc|M\.? ?Eng|B\.? ?Eng|M\.?Phil|M\.P\.H|LL\.?[BMD]|D\.V\.M|D\.D\.S|MBBS|FRCP|FRCS"
    r"|FACS|FACC|MRCP(?:sych|CH|ath)?|MRCS|MRCGP|FRCP(?:C|ath|CH|sych)|FRCS(?:C|Ed)|FRCOG|FRCA|FRACP|FRACS|FRANZCP|MBBCh|MBChB|BMBS"
    r"|FACP|FACEP|FACOG|FAAN|FAAP|FAHA|FAAFP|FAPA|FCCP|FESC|FIDSA|FASN|FASCO|FHRS|FSCAI|FACG|DMSc|MMSc|MMed|MRes|MTech|BTech|BMedSci"
    r"|BPharm|MPharm|LCSW|LMFT|APRN|CRNA|FNP-BC|ANP-BC|PA-C|CPNP|CCC-SLP|OTR/L|MSCE|MSPH|MSCR|MHSc|ScM|EdM|ThD|MDiv"
    r"|Esq|Dipl\.?-?\s?Ing|Habil|Cand\.? ?(?:med|scient)|FIEEE"
)
DEGREE = re.compile(rf"(?:{_DEGREES})\.?")
"""A degree that can be nothing else behind a comma."""

SHORT_DEGREE = re.compile(
    r"(?:MD|MA|MS|BA|BS|JD|RN|DO|DDS|DVM|PT|OD|MSN|BSN|DNP|PE|MPH|MBA|CPA|CFA|PMP|FRS)|(?:M\.D|M\.A|B\.A|B\.S|M\.S|J\.D|R\.N)\.?"
)
"""A degree where a whole name stands before it, initials elsewhere."""

RARE_DEGREE = re.compile(r"SM|MHA|MPA|MHS|MSW|DSW|RPh|RDN?|LDN|NP|FNP|PA|DC|DMD|BDS|MDS|DPT|CNM|FRSC?|FACR|MRC|PsyD|JSD")
"""A degree or licence where a whole name and a comma stand before it; anywhere else these are initials."""

DEGREE_BEHIND = re.compile(r"\s+(?:Ph\.? ?D|M\.D|D\.?Phil|M\.? ?Sc|B\.? ?Sc|Pharm\.?D|D\.Sc)\.?(?=$|[\s,])", re.IGNORECASE)
TITLE = re.compile(
    r"^(?:Ph\.?D\.?\s+|(?:(?:Assoc|Asst|Associate|Assistant|Priv|Univ|Apl)\.?[-\s]*)?(?:Prof(?:essor)?|Doz(?:ent)?|Dr|Mrs?|Ms|Miss|Rev|Ing|Dipl|PROF|DR)"
    r"\b\.?[-\s]*|(?:rer|med|phil|nat|habil|h\. ?c|jur|theol|sc|techn|agr|tech|math|phys|chem|inf|oec|pol|vet|dent|mult)\.[-\s]*"
    r"|(?:Ing|Phys|Math|Chem|Inf|Kfm|Biol|Psych|Päd|Wirt)\.[-\s]*|PD\s+)+(?=[^\W\d_])"
)
"""Titles before a name: "Prof. Dr. ", "Dr.-Ing. "."""

_CAPITALISED_PARTICLES = "van von der den de del della dos das du des la le mc st."
_SMALL_PARTICLES = """vom di da do dal lo las los el al ul bin ibn bint ben te ter ten zu zum zur af av abu st san santa mac
    't d' o' y e i"""
CAPITALISED_PARTICLES = frozenset(_CAPITALISED_PARTICLES.split())
"""Those that begin a family name with a capital too; others then begin given names ("Al Gore", "Di Wu")."""
PARTICLES = frozenset(_SMALL_PARTICLES.split()) | CAPITALISED_PARTICLES
"""Words in small letters before a family name."""
OTHERS = re.compile(
    r"(?:(?:and|&|und|et|y|e|og)\s+)?(?:\d+\s+(?:more|other)(?:\s+authors)?|(?:\d+\s+)?(?:others|co-?authors)|(?-i:andere|autres|otros|outros|altri)"
    r"|et\.?\s*al(?:ii|iae|ia)?\.?|\.\.\.|…|(?-i:u\.\s?a\.)|et\.?\s*coll\.?|等|ほか|他|외|и\s+др\.?)",
    re.IGNORECASE,
)
"""What stands for further people who are not named."""

_OTHERS_BEHIND = re.compile(
    r"(?:[\s,;]*(?:\b(?:et\.?\s*al(?:ii|iae|ia)?\b\.?|(?:and|&|und|et|y|e|og)\s+(?:others|colleagues|co-?workers|andere|autres|otros|outros"
    r"|altri)|(?:and|&|\+)?\s*\d+\s+(?:more|others|co-?authors)(?:\s+authors)?|(?-i:u\.\s?a\.)|et\.?\s*coll\.)|…|\.\s?\.\s?\.)"
    r"|[\s,;，；、]*(?:等|ほか|他|외)(?:[\s,;，；、著编編]|$))\s*[.;,]?\s*$",
    re.IGNORECASE,
)
LIFE = re.compile(
    r"(?:,\s*|\s+)?\(?(?<!\d)(?:[12]\d{3}|\d{3})\??\s*[-–]\s*(?:\d{3,4}\??)?\)?(?=\s*(?:[;,|\n]|$))"
    r"|,\s*[-–]\s*\d{4}|,\s*(?:b|d|geb)\.\s*\d{4}",
    re.IGNORECASE,
)
"""The years of a person's life behind the name: "Lee, Ann, 1950-"."""

_TAIL = 80
GAP = re.compile(r"(?:[,;]?\s*(?:…|\.\s?\.\s?\.)\s*[,;&]?\s*)+|[,;]?\s+\(?et\.?\s+al\b\.?\)?\s*[,;&]\s*(?=\S)")
"""What an author list leaves out in its middle: "Lee, A., . . . Park, C.", "Lee, A. et al.; ATLAS Collaboration"."""

NOBODY = re.compile(
    r"(?:&NA;?|\[?no author.*|\[?anonymous(?: authors?)?\]?|anon\.?|\[?unknown\]?|n/?a|nan|none|null|-+|not (?:stated|given)"
    r"|\(?no name\)?)",
    re.IGNORECASE,
)
NOT_GIVEN = re.compile(
    r"[:\[(]*\s*:?\(?\s*(?:unav|unap|unkn|unal|unas|null|none|tba|etal|s\.\s?n\.?|n\.?\s?n\.?|unbekannt"
    r"|not provided|no name(?: supplied)?|not available|unknown(?: authors?)?|various(?: authors)?)\s*[:)\].]*(?:\s+unknown)?",
    re.IGNORECASE,
)

ENDS_LIKE_AN_ORGANISATION = re.compile(
    r"\b(?:collaborations?|consortium|organi[sz]ation|committee|commission|association|society|university|institute|foundation"
    r"|ministry|department|(?:working|study|research|writing|task) (?:group|force)|investigators|collaborators|editors|network"
    r"|council|agency|corporation|company|collective|inc\.?|ltd\.?|llc|gmbh|s\.?a\.?r\.?l\.?|plc)$",
    re.IGNORECASE,
)
_LEGAL_FORMS = "inc|ltd|llc|llp|gmbh|plc|corp|limited"
LEGAL_FORM_ALONE = re.compile(rf"(?:{_LEGAL_FORMS})\.?", re.IGNORECASE)
"""What stands for the form of a company, and for nothing else, behind a comma."""
LEGAL_FORM = re.compile(
    rf"(?:.*\s)?(?:{_LEGAL_FORMS}|co|company|corporation|collective|lp|kg|ag|s\.?a\.?|s\.?a\.?r\.?l|b\.?v|pty)\.?", re.IGNORECASE
)
"""What ends the name of a company."""

_ORGANISATION_WORDS = (
    "academ(?:y|ia)|administration|agen(?:cy|tur)|akademie|alliance|archives?|association|associates|audit|authority|bibliothek"
    "|bibliothèque|biblioteca|board|botanic(?:al)?|bureau|centers?|centres?|centro|centrum|clinic|coalition|collaboration|collective"
    "|collaborators|coll[eè]ge|collection|commission|committee|company|comité|compan(?:y|ies)|conference|congress|consortium|consulting|consult"
    "|corp(?:oration)?|council|cultivos|databank|database|department|departamento|dienst|directorate|division|editors|embassy|enterprises?"
    "|facility|faculty|fakultät|federation|firm|forschungs\\w*|forum|foundation|gesellschaft|gmbh|government|group"
    "|hochschule|volkshochschule|hospital|inc|industr(?:y|ies)|informatics|infrastructure|ingenieur\\w+|initiative|inria|institut[eo]?s?|institution|international"
    "|investigators|journals?|kommission|laborator(?:y|ies|ium)|labs?|librar(?:y|ies)|limited|llc|ltd|magazine|ministry|museum"
    "|museo|mus[ée]e|nations|national|network|nonprofit|observatory|office|organi[sz]ations?|panel|party|partners|partnership"
    "|partnerschaft|platform|programme?|project|publish(?:er|ers|ing)|registry|repository|research|room|school|sciences?"
    "|secretariat|services?|societ(?:y|à|é)|société|solutions|statisti[ck]\\w*|bundes\\w+|museen|stiftung|studios?|survey|system[es]?|team"
    "|technolog(?:y|ies)|united|universit\\w+|universidad\\w*|uniwersytet|univ|verband|verein|verlag\\w*|workgroup|workshop"
)
ORGANISATION = re.compile(
    rf"\b(?:{_ORGANISATION_WORDS})\b|&|\bof\b|\.(?:org|com|net)\b|\b(?:world|central|reserve|development) bank\b|®|™|-AI\b",
    re.IGNORECASE,
)
"""A word by which organisations are known."""

BODY = re.compile(
    r"(?:the\s+)?(?:editors?(?:[- ]in[- ]chief)?|editorial\s+(?:staff|board|office|team|committee)"
    r"|staff(?:\s+(?:writers?|reporters?))?)",
    re.IGNORECASE,
)
"""What stands for those who make a journal: "The Editors", "Editorial Staff"; words that within a name may be a person's."""

ACRONYM = re.compile(
    r"(?:AAAS|ACM|BBC|CERN|CNRS|DARPA|DLR|ECDC|EFSA|EMA|EMBL|EPA|ESA|FAO|FDA|IAEA|IBM|ICRC|IEA|IEEE|IETF|ILO|IMF|INRAE?|INRIA|INSERM|IPCC|ISO"
    r"|ITU|IUCN|JAXA|NASA|NATO|NHS|NICE|NIH|NIST|NOAA|NSF|OECD|UNAIDS|UNDP|UNEP|UNESCO|UNHCR|UNICEF|USAID|USDA|USGS|W3C|WHO|WIPO|WMO|WTO"
    r"|[B-DF-HJ-NP-TV-XZ]{3,6})"
)
"""An organisation's letters, known ones or such as cannot be spoken; family names in capitals ("CHEN") look alike."""

INNER_CAPITAL = re.compile(r"(?:Ma?c|De|Di|Du|La|Le|Van|Von|Fitz|Al|El|Ben)[A-Z][a-z]+")
CAPITALS_ONLY = re.compile(r"[A-Z0-9]{3,}|[^\Wa-z]*[a-z][^\WA-Z]*[A-Z]\w*|[A-Z]{2,}[a-z]\w+")


def without_others(text: str) -> tuple[str, bool]:
    """The list without "et al." or the like at its end, and whether it ended so."""
    found = _OTHERS_BEHIND.search(text, max(0, len(text) - _TAIL))
    return (text[: found.start()], True) if found else (text, False)


@cache
def given_names() -> frozenset[str]:
    """Common given names in lower case, without which "García Márquez, Gabriel José" and "Ann Lee, Eva Chen" look alike."""
    return frozenset(files("loaders.fields").joinpath("given_names.txt").read_text(encoding="utf-8").split())


@cache
def iberian_family_names() -> frozenset[str]:
    """Common family names of Spain, Portugal and Latin America in lower case: where people bear two of them."""
    return frozenset(files("loaders.fields").joinpath("iberian_family_names.txt").read_text(encoding="utf-8").split())


CHINESE_FAMILY_NAMES = frozenset(
    "王李张张劉刘陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭萧肖蔡潘田董袁于余叶葉蒋蔣杜苏蘇魏程吕呂丁沈任姚卢盧"
    "傅钟鍾姜崔谭譚廖范汪陆陸金石戴贾賈韦韋夏邱方侯邹鄒熊孟秦白江阎薛尹段雷黎史龙龍陶贺賀顾顧毛郝龚邵万錢钱严覃武戚莫孔向汤"
)
KOREAN_FAMILY_NAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모"
)
