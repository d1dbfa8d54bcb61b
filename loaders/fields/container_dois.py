"""DOIs that a reference library puts on many items because they name the proceedings or the book, not the works in it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import msgspec

from loaders.records import Item, Record, Remark

_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass
class _Holder:
    title: str
    first_author: frozenset[str]
    where: str
    works: int = 1


def without_container_dois(read: Callable[[], Iterable[Item]]) -> Iterator[Item]:
    """The items that `read` gives, each time anew: records without the DOIs that stand on different works, and at the end a
    remark for each such DOI.

    Of a large library no more is held than a number for each DOI: who holds one is only gathered for those that come again.
    """
    again = _repeated(read())
    holders = _holders(read(), again) if again else {}
    shared = {value for value, holder in holders.items() if holder.works > 1}
    for item in read():
        if isinstance(item, Record) and shared & set(_dois(item)):
            yield msgspec.structs.replace(item, ids=tuple(one for one in item.ids if one.value not in shared))
        else:
            yield item
    for value in sorted(shared):
        holder = holders[value]
        reason = f"the DOI {value} stands on {holder.works} different works, so it is their book's and was left out of them"
        yield Remark(holder.where, reason)


def _repeated(items: Iterable[Item]) -> set[int]:
    """The hashes of the DOIs that come more than once."""
    seen: set[int] = set()
    again: set[int] = set()
    for item in items:
        for value in _dois(item) if isinstance(item, Record) else ():
            (again if hash(value) in seen else seen).add(hash(value))
    return again


def _holders(items: Iterable[Item], again: set[int]) -> dict[str, _Holder]:
    holders: dict[str, _Holder] = {}
    for item in items:
        if not isinstance(item, Record):
            continue
        for value in _dois(item):
            if hash(value) in again:
                _hold(holders, value, item)
    return holders


def _hold(holders: dict[str, _Holder], value: str, record: Record) -> None:
    title = "".join(character for character in (record.title or "").casefold() if character.isalnum())
    author = frozenset(_WORD.findall(record.authors[0].name.casefold())) if record.authors else frozenset()
    first = holders.setdefault(value, _Holder(title, author, record.where))
    same = title.startswith(first.title) or first.title.startswith(title) or bool(author & first.first_author)
    if first.where != record.where and not same:
        first.works += 1


def _dois(record: Record) -> list[str]:
    return [identifier.value for identifier in record.ids if identifier.scheme == "doi"]
