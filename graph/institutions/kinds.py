"""What one part of an address, between two commas, is by its words: a university, an institute, a department, a street, a brand."""

import re
from enum import IntEnum

_S = r"\s"
_UNIVERSITY = re.compile(
    r"\b(?:univ(?!ersal)\w*\.?|uniwersytet\w*|\w*universit[aäyéàe]\w*|sveučilište|egyetem\w*|yliopisto|háskóli|üniversitesi|U\.(?=$|[\s,])|daigaku)"
    r"|(?<=[a-z] )U$|大学|大學|대학교|Университет|университет|університет|\b(?:institute?|inst\.?) (?:of|for) (?:\w+ (?:and|&) )?(?:advanced )?technol\w*"
    r"|\bacad(?:em(?:y|ia|ie)|\.)? (?:of |da |de |das |der )?(?:\w+ )?sci|\bacad(?:emy)? sinica|\bpolytech?ni\w*|\bpolit[eéè]c\w+|\bETH\b|\bEPFL\b|\bKAIST\b|\bPOSTECH\b"
    r"|\bUNIST\b|\bMIT\b|\bTU \w+|\bLMU\b|\bUC [A-Z]|\bUC,|\bIIT\b|\bIIIT\b|\bINSA\b|\bVirginia Tech\b|\bCaltech\b|\bTechnion\b|\bacademia sinica\b",
    re.IGNORECASE,
)
_COUNCIL = re.compile(
    r"(?:CNRS|C\.N\.R\.S\.?|INSERM|INRIA|Inria|CEA|CNR|CSIC|INFN|INAF|INRAE?|IRD|IFREMER|CIRAD|CREST|JST|PRESTO|NSF|RIKEN|CSIR|CSIRO"
    r"|Centre National de la Recherche Scientifique|Consiglio Nazionale delle Ricerche)"
)
_COLLEGE = re.compile(
    r"\b(?:college|coll\.?|collège|hochschule|fachhochschule|högskola\w*|école|ecole|escuela|national lab\w*|natl lab|nat\. lab\w*|grandes? école)\b"
    r"|학교|学院|Академия|академия",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:inst(?:itut\w*)?\.?|hosp\w*\.?|klinik\w*|clinic\w*|ospedale|policlinico|foundation|fondazione|fundaci[oó]n|stiftung|museum|museo|musée"
    r"|inc\.?|ltd\.?|llc|gmbh|corp(?:oration)?\.?|company|co\.|s\.a\.?|s\.p\.a\.?|s\.r\.l\.?|ag|plc|b\.v\.|limited|ministry|ministère|minist\w*|agency|council"
    r"|observat\w+|osservatorio|academ\w+|akademi\w+|bank|society|gesellschaft|association|authority|organi[sz]ation|bureau|administration|commission"
    r"|survey|service|librar(?:y|ies)|bibliot\w+|archives?|consortium|trust|laboratories|technologies|institution|army|navy|nasa|csiro|cern|riken"
    r"|research (?:center|centre|lab\w*|institut\w*|council))\b|研究所|研究院|公司|병원|연구원|Институт|институт|Ин-т",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"^(?:the )?(?:\w+ )?(?:dep(?:t|artment|artamento|artment[os]?|artement|artament)?s?\b\.?|dipartimento|dip(?:t|art)?\.|département|departement|sch(?:ool)?s?\b\.?|fac(?:ult\w*|\.)?\b"
    r"|fakult\w+|facultad\w*|facoltà|div(?:ision|\.)?s?\b|sect(?:ion|\.)\b|chair\b|lehrstuhl|cátedra|group\b|grp\b|unit\b|graduate|grad\.? sch|cent(?:er|re|ro|rum)s?\b|ctr\b|cent\.|zentrum"
    r"|lab(?:s|\.|oratory|oratoire|oratorio|or)?\b|labor\b|program\w*\b|equipe|équipe|umr\b|ufr\b|office\b|servi[cz]\w*\b|afdeling|abteilung|institut\w* (?:für|de|of|for|di)\b|state key|key lab|natl key|unidad|unité)"
    r"|\b(?:dep(?:t|artment)s?|laborator(?:y|io|ium|ies)|lab\.?s?|group|division|faculty|unit|school|cent(?:er|re)|center|ctr|team|section|program(?:me)?|campus|facility|branch|office|chair)\b\.?"
    r"|大学院|学部|研究室|実験室|实验室|系$",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    r"^(?:the )?(?:dep(?:t|artment\w*|artamento|artement|artament)?s?\b\.?|dipartimento|dip(?:t|art)?\.|département|sch(?:ool)?s?\b\.?|fac(?:ult\w*|\.)?\b|fakult\w+|facultad\w*|facoltà"
    r"|div(?:ision|\.)?\b|sect(?:ion|\.)\b|chair\b|lehrstuhl|cátedra|graduate (?:school|institute|program)|grad\.? sch|umr\b|ufr\b|section\b|group of|laboratoire|lab\b|laboratory (?:of|for)|afdeling|abteilung|equipe|équipe)"
    r"|\b(?:department|dept)$",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b(?:street|str\.|st\.$|road|rd\.?$|avenue|ave\.?|av\.|blvd|boulevard|rue|via|calle|strasse|straße|\w+(?:straße|strasse|weg|laan|gatan|vägen)|box|p\.? ?o\.? box|postfach|lane|drive|dr\.?$|highway|plaza|praça|piazza|viale|floor|room|building|bldg|bâtiment|batiment|km \d|c/|ул\.|carretera|largo|chaussée|allée|way$|quai|platz)(?!\w)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:(?:assistant|associate|full|adjunct|visiting|senior|junior|research|professor|lecturer|ph\.?d\.?|phd|student|scholar|scientist|fellow|engineer|researcher|postdoc\w*|prof\.?|dr\.?|mr\.?|ms\.?|head|director|dean|principal|independent|doctoral|graduate|m\.?tech|b\.?tech|undergraduate|applied|freelance\w*|consultant)\b[\s.]*)+",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:n\.?/?\s?a\.?|none|null|nan|unknown|unaffiliated|not (?:available|applicable|provided|given)|no affiliation|independent|institutes?|institution|university|department|affiliation|[\W\d_]*"
    r"|-+|retired|student|self|private|other|tba|tbd|undefined|lab|company|school|research|college|\[?unav\w*\]?)",
    re.IGNORECASE,
)


class Kind(IntEnum):
    """How sure it is that a part is the institution itself, the surest last."""

    NOTHING = 0
    STREET = 1
    DEPARTMENT = 2
    UNIT = 3
    OTHER = 4
    BODY = 5
    COLLEGE = 6
    COUNCIL = 7
    UNIVERSITY = 8


def kind_of(part: str) -> Kind:
    """What one part of an address is."""
    if _NOTHING.fullmatch(part) or _ROLE.fullmatch(part):
        return Kind.NOTHING
    if _COUNCIL.fullmatch(part):
        return Kind.COUNCIL
    if _UNIVERSITY.search(part):
        return Kind.UNIVERSITY
    if _DEPARTMENT.search(part):
        return Kind.DEPARTMENT
    if _COLLEGE.search(part):
        return Kind.COLLEGE
    if _BODY.search(part):
        return Kind.BODY
    if _UNIT.search(part):
        return Kind.UNIT
    if _STREET.search(part) or part[0].isdigit():
        return Kind.STREET
    return Kind.OTHER
