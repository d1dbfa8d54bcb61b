"""Whether a compound file, in which workbooks of Excel 2003 and older lie, can be followed to an end.

Its sectors are chained by a table. A reader that follows a chain which leads back into itself takes memory until there is none,
and one that believes a false size takes as much as that at once. Format: https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb
"""

import struct
from collections.abc import Iterator, Sequence

_HEADER = 512
_LAST_SECTOR = 0xFFFFFFFA
"""Numbers above are no sectors: a chain ends there, or the sector is free."""
_LISTED_IN_HEADER = 109
_ENTRY = 128


def why_not_sound(data: bytes) -> str | None:
    """In a few words why the chains of a compound file cannot be followed, or its sizes believed; None when they can."""
    if len(data) < _HEADER:
        return "it is truncated"
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in (9, 12):
        return "its sectors are of no known size"
    return _Sectors(data, 1 << shift).why_not_sound()


class _Sectors:
    def __init__(self, data: bytes, size: int) -> None:
        self._data = data
        self._size = size
        self._most = len(data) // size + 1

    def why_not_sound(self) -> str | None:
        directory, small, list_begin = (struct.unpack_from("<I", self._data, at)[0] for at in (48, 60, 68))
        listed = [number for number in self._numbers(76, _LISTED_IN_HEADER) if number <= _LAST_SECTOR]
        try:
            while list_begin <= _LAST_SECTOR:
                *more, list_begin = self._sector(list_begin)
                listed += [number for number in more if number <= _LAST_SECTOR]
                if len(listed) > self._most:
                    return "the list of its sectors leads back into itself"
            table = [number for sector in listed for number in self._sector(sector)]
            small_table = [number for sector in _chain(table, small) for number in self._sector(sector)]
            is_believable = all(map(self._is_believable, _chain(table, directory)))
        except (IndexError, struct.error):
            return "a sector is missing"
        if _has_circle(table) or _has_circle(small_table):
            return "the chain of its sectors leads back into itself"
        return None if is_believable else "a part of it claims to be larger than all of it"

    def _numbers(self, at: int, count: int) -> tuple[int, ...]:
        return struct.unpack_from(f"<{count}I", self._data, at)

    def _sector(self, number: int) -> tuple[int, ...]:
        return self._numbers((number + 1) * self._size, self._size // 4)

    def _is_believable(self, sector: int) -> bool:
        """Whether the entries of the directory in a sector claim no more than there is."""
        begin = (sector + 1) * self._size
        sizes = (struct.unpack_from("<I", self._data, at + 120)[0] for at in range(begin, begin + self._size, _ENTRY))
        return all(size <= len(self._data) for size in sizes)


def _chain(table: Sequence[int], sector: int) -> Iterator[int]:
    """The sectors of a chain, as many as there can be."""
    for _ in table:
        if sector > _LAST_SECTOR:
            return
        yield sector
        sector = table[sector]


def _has_circle(table: Sequence[int]) -> bool:
    """Whether some chain comes to a sector of its own again."""
    seen = [0] * len(table)
    for start in range(len(table)):
        at = start
        while at < len(table) and not seen[at]:
            seen[at] = start + 1
            at = table[at]
        if at < len(table) and seen[at] == start + 1:
            return True
    return False
