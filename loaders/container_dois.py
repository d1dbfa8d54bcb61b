"""DOIs that a reference library puts on many items because they name the proceedings or the book, not the works in it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from loaders.records import Item, Record, Remark

_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass
class _Holder:
    title: str
    first_author: frozenset[str]
    where: str
    works: int = 1


@dataclass
class ContainerDois:
    """Collects which works hold which DOI; afterwards `without` takes out of a record those that stand on different works."""

    _holders: dict[str, _Holder] = field(default_factory=dict)

    @classmethod
    def of(cls, items: Iterable[Item]) -> "ContainerDois":
        """What a whole reading shows."""
        found = cls()
        for item in items:
            if isinstance(item, Record):
                found._add(item)
        return found

    def _add(self, record: Record) -> None:
        title = "".join(character for character in (record.title or "").casefold() if character.isalnum())
        author = frozenset(_WORD.findall(record.authors[0].name.casefold())) if record.authors else frozenset()
        for value in _dois(record):
            first = self._holders.setdefault(value, _Holder(title, author, record.where))
            same = title.startswith(first.title) or first.title.startswith(title) or bool(author & first.first_author)
            if first.where != record.where and not same:
                first.works += 1

    def without(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, records without the DOIs of their containers; a remark for each such DOI at the end."""
        shared = {value for value, holder in self._holders.items() if holder.works > 1}
        for item in items:
            if isinstance(item, Record) and shared & set(_dois(item)):
                yield msgspec.structs.replace(item, ids=tuple(one for one in item.ids if one.value not in shared))
            else:
                yield item
        for value in sorted(shared):
            holder = self._holders[value]
            reason = f"the DOI {value} stands on {holder.works} different works, so it is their book's and was left out of them"
            yield Remark(holder.where, reason)


def _dois(record: Record) -> list[str]:
    return [identifier.value for identifier in record.ids if identifier.scheme == "doi"]
