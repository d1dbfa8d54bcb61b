"""The rules that make the uids of author records, venues and topics. A paper's is its best anchor (`works`), an institution's is
told by `graph.organisations.named`."""

from collections.abc import Iterable

from graph.load.text import title_key
from graph.names.forms import name_key
from graph.word_keys import KEYWORD, keyword_code
from loaders.records import Identifier, Subject
from loaders.schemes import PERSON_SCHEMES

_RANK = {scheme: rank for rank, scheme in enumerate(PERSON_SCHEMES)}


def person_id_rank(known: Identifier) -> tuple[int, Identifier]:
    """Sorts the identifiers of people so that the one that names a record best comes first."""
    return (_RANK.get(known.scheme, len(_RANK)), known)


def record_uid(ids: Iterable[Identifier], name: str) -> str:
    """The uid of an author record: its best id, else its name."""
    best = min(ids, key=person_id_rank, default=None)
    return best.curie if best else f"name:{name_key(name)}"


def venue_uid(name: str) -> str:
    """The uid of the venue of that name."""
    return f"venue:{title_key(name)}"


def topic_code(subject: Subject) -> str:
    """The code of a topic in its scheme: as the document gives it; of a keyword the keys of its words, so that all spellings, and
    the phrase of a text, are one."""
    return keyword_code(subject.code, subject.label) if subject.scheme == KEYWORD else subject.code


def topic_uid(subject: Subject) -> str:
    """The uid of a topic: its code in its scheme."""
    return Identifier(subject.scheme, topic_code(subject)).curie
