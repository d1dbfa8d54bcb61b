"""What the upper part of a researcher profile page says about its owner: labels and values, often run together on a line."""

import re
from dataclasses import dataclass, field

from loaders.pages.page import Page, squeezed, where, whole_number
from loaders.parsing.whole_numbers import whole
from loaders.records import Affiliation, Declared, Remark

_FURNITURE = re.compile(
    r"Researcher profile|Trust snapshot|Quick read|Actions|Decide how to stay connected|Identity and collaboration"
    r"|How to connect with this researcher|Claiming links this .*|Log in to claim|Direct collaboration"
    r"|Open a focused conversation .*|Claim this author entity .*|Research graph|See the researcher in context"
    r"|Open full explorer|Inspect adjacent work, .*|Building this graph slice|BZPEER is loading .*|Published work"
    r"|.* contributes to research discovery .*",
    re.IGNORECASE,
)
_COUNT = re.compile(r"(?P<count>\d[\d,. ]*[kKmM]?)\s*(?P<of>[a-z][a-z-]*(?: [a-z-]+){0,2})", re.IGNORECASE)
_FOLLOW = re.compile(r"Follow(?:ing)? researcher\s*(?P<count>\d[\d,.]*[kKmM]?)?", re.IGNORECASE)
_COLLABORATE = re.compile(r"(?P<printed>(?P<no>Not|Closed)?(?:\s*[Cc]urrently)?\s*(?:[Oo]pen )?(?:to|for) collaborat(?:e|ions?))")
_TRUST = re.compile(r"Trust\s+(?P<trust>\d+(?:\.\d+)?)(?:\s*[-–—]\s*(?P<level>[A-Z][a-z]+(?: [A-Za-z][a-z]+)*))?")
_VERIFICATION = re.compile(r"Verification\s*(?P<level>(?:[Ll]evel\s*)?L?\d+|[a-z]+(?: [a-z]+)*|[A-Z]\d*)")
_CLAIM = re.compile(r"(?P<state>Unclaimed|Claimed|Claim pending|Claim in review)(?: (?:author|researcher|profile))?")
_VERIFIED = re.compile(r"(?P<no>Un|Not )?[Vv]erified(?: (?:author|researcher|profile))?")
_AFFILIATION = re.compile(r"Affiliation(?P<state>:?.*)")
_ROLES = re.compile(
    r"Researcher|Research Fellow|(?:Assistant |Associate |Full |Adjunct |Visiting )?Professor|Lecturer"
    r"|(?:Senior |Principal |Staff )?(?:Research )?Scientist|(?:Research )?Engineer|PhD [Ss]tudent|Student"
    r"|Postdoc(?:toral [Rr]esearcher)?|Author|Scholar|Reviewer|Editor"
)
_JOIN = re.compile(r"(?<=[a-z)])(?=[A-Z])")


@dataclass
class Facts:
    """What was found: the owner's name, statements by name, declared counts, affiliations, lines that nothing explains."""

    owner: str | None = None
    stated: dict[str, str | int | bool] = field(default_factory=dict)
    declared: dict[str, Declared] = field(default_factory=dict)
    affiliations: tuple[Affiliation, ...] = ()
    notes: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def profile_facts(page: Page, start: int, end: int) -> Facts:
    """The facts on the lines from number `start` (after "Researcher profile") to before number `end` (where the works begin)."""
    facts = Facts()
    lines = [(n, line.strip()) for n, line in enumerate(page.lines, 1) if start <= n < end and line.strip()]
    for number, line in lines:
        if _FURNITURE.fullmatch(line):
            continue
        if facts.owner is None:
            facts.owner = squeezed(line)
        elif not (_follow(facts, number, line) or _count(facts, line) or _trust(facts, line) or _role(facts, line)):
            facts.notes.append(line)
    if facts.notes:
        facts.stated["notes"] = "\n".join(facts.notes)
    return facts


def _count(facts: Facts, line: str) -> bool:
    match = _COUNT.fullmatch(line)
    count = whole_number(match["count"]) if match else None
    if match is None or count is None:
        return False
    name = re.sub(r"\W+", "_", match["of"].casefold())
    name = {"work": "works", "follower": "followers", "topic": "topics", "close_collaborator": "close_collaborators"}.get(
        name, name
    )
    if name == "followers":
        facts.stated.setdefault("followers", count)
    else:
        facts.declared.setdefault(name, Declared(name=name, count=count, counts_records=name == "works"))
    return True


def _follow(facts: Facts, number: int, line: str) -> bool:
    match = _FOLLOW.fullmatch(line)
    if match is None:
        return False
    count = whole_number(match["count"]) if match["count"] else None
    followers = facts.stated.get("followers", count)
    if count is not None and followers != count:
        facts.remarks.append(Remark(where(number), f"the page states two numbers of followers: {followers} and {count}"))
    elif count is not None:
        facts.stated["followers"] = count
    return True


def _trust(facts: Facts, line: str) -> bool:
    """A line such as "Trust 21 - EmergingVerification L1Unclaimed author", whole or in parts."""
    rest = line
    for pattern, names in (
        (_TRUST, ("trust", "trust_level")),
        (_VERIFICATION, ("verification_level",)),
        (_CLAIM, ("claim_state",)),
    ):
        match = pattern.match(rest)
        if match:
            values = (match.group(),) if pattern is _CLAIM else match.groups()
            for name, value in zip(names, values, strict=True):
                if value is not None:
                    number = whole(value) if name == "trust" else None
                    facts.stated.setdefault(name, value if number is None else number)
            rest = rest[match.end() :].strip(" -–—·|,")
    verified = _VERIFIED.fullmatch(rest)
    if verified:
        facts.stated.setdefault("verified", not verified["no"])
        rest = ""
    if rest == line:
        return False
    if rest:
        facts.stated.setdefault("claim_state", rest)
    return True


def _role(facts: Facts, line: str) -> bool:
    """A line such as "ResearcherAffiliation not importedOpen to collaborate", whole or in parts."""
    rest = line
    willing = _COLLABORATE.search(rest)
    if willing and willing.end() == len(rest):
        facts.stated.setdefault("open_to_collaborate", not willing["no"])
        rest = rest[: willing.start()].strip()
    affiliation = _AFFILIATION.search(rest)
    if affiliation:
        _affiliation(facts, affiliation["state"])
        rest = rest[: affiliation.start()].strip()
    role = _ROLES.match(rest)
    if role and (role.end() == len(rest) or rest[role.end()].isupper()):
        facts.stated.setdefault("role", role.group())
        rest = rest[role.end() :]
    elif rest and rest != line:
        first, *others = _JOIN.split(rest, maxsplit=1)
        facts.stated.setdefault("role", first)
        rest = others[0] if others else ""
    if rest == line:
        return False
    if rest:
        _affiliation(facts, ": " + rest)
    return True


def _affiliation(facts: Facts, state: str) -> None:
    """ "Affiliation not imported" is a state; "Affiliation: X", or a name in its place, is an affiliation."""
    if state.startswith(":"):
        name = squeezed(state[1:])
        if name:
            facts.affiliations = (*facts.affiliations, Affiliation(name=name))
        facts.stated.setdefault("affiliation_state", "Affiliation given" if name else "Affiliation")
    else:
        facts.stated.setdefault("affiliation_state", squeezed("Affiliation " + state))
