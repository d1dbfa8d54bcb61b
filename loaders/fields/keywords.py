"""Keywords as exports list them, as subjects."""

from collections.abc import Iterable

from loaders.parsing.markup import plain_markup
from loaders.records import Subject


def keywords(printed: Iterable[str], *, separators: str = ";", scheme: str = "keyword") -> tuple[Subject, ...]:
    """A subject for each keyword, distinct in any case; `printed` may hold several with one of `separators` between them."""
    found: dict[str, Subject] = {}
    for text in printed:
        for separator in separators[1:]:
            text = text.replace(separator, separators[0])
        for word in text.split(separators[0]):
            label = plain_markup(word).strip(" .,*")
            if label and label.casefold() not in ("nan", "none", "null"):
                found.setdefault(label.casefold(), Subject(scheme=scheme, code=label.casefold(), label=label))
    return tuple(found.values())
