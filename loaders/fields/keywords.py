"""Keywords as exports list them, as subjects."""

from collections.abc import Iterable

from loaders.fields.printed_structures import printed_structure
from loaders.parsing.markup import plain_markup
from loaders.records import Subject


def keywords(printed: Iterable[str], *, separators: str = ";", scheme: str = "keyword") -> tuple[Subject, ...]:
    """A subject for each keyword, distinct in any case; `printed` may hold several with one of `separators` between them, or a
    list as a program prints it."""
    found: dict[str, Subject] = {}
    for text in (part for one in printed for part in _listed(one)):
        for separator in separators[1:]:
            text = text.replace(separator, separators[0])
        for word in text.split(separators[0]):
            label = plain_markup(word).strip(" .,*")
            if label and label.casefold() not in ("nan", "none", "null"):
                found.setdefault(label.casefold(), Subject(scheme=scheme, code=label.casefold(), label=label))
    return tuple(found.values())


def _listed(text: str) -> Iterable[str]:
    """The texts of a printed list ("['ants', 'bees']"); otherwise the text."""
    if text[:1] not in ("[", "(", "c") or ("'" not in text and '"' not in text):
        return (text,)
    found = printed_structure(text)
    return [one for one in found if isinstance(one, str)] if found and all(isinstance(one, str) for one in found) else (text,)
