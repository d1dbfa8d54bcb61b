"""Who wrote a work, as OpenAlex prints it and as it found it out: names, ids, institutions."""

from msgspec.structs import replace

from loaders.author_lists.names_in_one import authorships_in
from loaders.author_lists.reading import plain_name
from loaders.fields.identifiers import orcid
from loaders.fields.person_names import PrintedName, in_natural_order, is_others
from loaders.fields.unparsed_names import is_called_like_a_body, is_missing, is_organisation
from loaders.openalex.entities import affiliation_of, bare_id
from loaders.parsing.json_values import JsonObject, mapping, objects, sequence, text, texts, within
from loaders.records import Affiliation, Authorship, Identifier

_LIST_PAGE_AUTHORS = 100
_E_MAIL = "@"


def is_complete(value: JsonObject) -> bool:
    """API pages cut author lists at 100 and say so, unless `select=` leaves that out."""
    listed = sequence(value.get("authorships"))
    truncated = value.get("is_authors_truncated")
    return (
        bool(listed)
        and not (truncated is True or (truncated is None and len(listed) == _LIST_PAGE_AUTHORS))
        and not any(is_others(text(entry.get("raw_author_name")) or "") for entry in objects(listed))
    )


def people(value: JsonObject) -> tuple[tuple[Authorship, ...], list[str], bool]:
    """The authors in order, the names of those that are listed again under the same id and name, and whether each entry names
    who it is."""
    found: list[Authorship] = []
    repeated: dict[str, None] = {}
    seen: set[tuple[str, str]] = set()
    position, complete = 1, True
    for entry in sequence(value.get("authorships")):
        listed, named = _named(mapping(entry), position)
        complete = complete and named
        position += max(1, len(listed))
        for author in listed:
            key = author.ids[0].value if author.ids else ""
            if key and (key, author.name.casefold()) in seen:
                repeated[author.name] = None
                continue
            seen.add((key, author.name.casefold()))
            found.append(author)
    return tuple(found), list(repeated), complete


def _named(entry: JsonObject, position: int) -> tuple[tuple[Authorship, ...], bool]:
    """Whom an entry names, and whether that is everybody: its name may list several, of whom OpenAlex knows one at most."""
    one = _author(entry, position)
    printed = _printed(entry)
    if one is None:
        return (), True
    found = authorships_in(printed, position, ids=one.ids, affiliations=one.affiliations) if one.family is None else None
    if found is None or (one.kind == "organisation" and len(found[0]) < 2):
        return (one,), True
    shown = (text(within(entry, "author", "display_name")) or "").casefold()
    known = [person for person in found[0] if person.shared_ids and person.name.casefold() == shown]
    if len(known) == 1:
        owned = (replace(each, ids=one.ids if each is known[0] else each.ids, shared_ids=()) for each in found[0])
        return tuple(owned), found[1]
    return found


def _printed(entry: JsonObject) -> str:
    return " ".join((text(entry.get("raw_author_name")) or text(within(entry, "author", "display_name")) or "").split())


def _author(entry: JsonObject, position: int) -> Authorship | None:
    author = mapping(entry.get("author"))
    printed = _printed(entry)
    if is_missing(printed) or is_others(printed):
        return None
    key, person = bare_id(author.get("id")), orcid(text(author.get("orcid")) or text(entry.get("raw_orcid")))
    ids = (Identifier("openalex", key) if key else None, Identifier("orcid", person) if person else None)
    printed, shown = plain_name(printed), " ".join((text(author.get("display_name")) or "").split())
    organisation = not person and _is_organisation(printed, shown) and not (key and is_called_like_a_body(shown or printed))
    if organisation:
        name = PrintedName(shown if printed == f"{shown} {shown}" else printed, is_organisation=True)
    else:
        name = _in_order(printed, shown)
    return Authorship(
        name=name.name,
        position=position,
        family=name.family,
        given=name.given,
        ids=tuple(identifier for identifier in ids if identifier),
        affiliations=_affiliations(entry),
        kind="organisation" if organisation else "person",
        other_names=() if organisation or shown in ("", name.name) else (shown,),
    )


def _in_order(printed: str, shown: str) -> PrintedName:
    """The printed name, "Ruiz, Ana" turned round where OpenAlex shows the same family name last."""
    turned = in_natural_order(printed) if "," in printed else None
    if turned and turned.family and turned.given and shown:
        first, last = shown[0].casefold(), shown.split()[-1].casefold()
        if (turned.given[0].casefold(), turned.family.split()[-1].casefold()) == (first, last):
            return turned
    return PrintedName(printed)


def _is_organisation(printed: str, shown: str) -> bool:
    """Whether the printed name or the one that OpenAlex shows is an organisation's; a family name alone in capitals ("SHARMA") is
    none where the shown name has small letters."""
    if " " not in printed and printed.isupper() and shown and not shown.isupper():
        return is_organisation(shown)
    return is_organisation(printed) or (bool(shown) and is_organisation(shown))


def _affiliations(entry: JsonObject) -> tuple[Affiliation, ...]:
    """The institutions that OpenAlex found, else the affiliations as printed, without e-mail addresses."""
    named = [
        affiliation_of(name, institution)
        for institution in objects(entry.get("institutions"))
        if (name := text(institution.get("display_name")))
    ]
    if not named:
        raw = texts(entry.get("raw_affiliation_strings")) or texts(entry.get("raw_affiliation_string"))
        printed = (" ".join(word for word in line.split() if _E_MAIL not in word).strip(" ,;.") for line in raw)
        named = [Affiliation(name=line) for line in printed if line]
    return tuple(dict.fromkeys(named))
