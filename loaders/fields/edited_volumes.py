"""Volumes of which somebody is the editor and nobody the author, whatever a source calls those whom it names."""

from msgspec.structs import replace

from loaders.records import Authorship

_NOBODY_WRITES = frozenset(("proceedings", "mvproceedings", "proceedings-series"))
_EDITED = frozenset(("collection", "mvcollection", "edited-book", "edited_book"))


def with_editors(kind: str | None, people: tuple[Authorship, ...]) -> tuple[Authorship, ...]:
    """The people of a work of that kind. Authors of proceedings are their editors, and so are those of another edited volume
    that names no editors beside them."""
    editors = tuple(person for person in people if person.role == "editor")
    if kind not in _NOBODY_WRITES and not (kind in _EDITED and not editors):
        return people
    named = {editor.name.casefold() for editor in editors}
    others = (person for person in people if person.role != "editor" and person.name.casefold() not in named)
    return tuple(replace(person, role="editor", position=at) for at, person in enumerate((*editors, *others), 1))
