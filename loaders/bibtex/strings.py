"""What the @string entries of a file stand for, within bounds: each joined of the one before it twice, they fill any memory."""

from collections.abc import Iterator, Mapping

LONGEST_STRING = 64 * 1024
LARGEST_JOINED = 1024 * 1024
"""So many characters the values of one entry may have that are joined with "#"."""
_LARGEST = 64 * 1024 * 1024


class Strings(Mapping[str, str]):
    """Values by name in lower case. No value has more than 64 Ki characters, all together have no more than 64 Mi."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}
        self._size = 0

    def __getitem__(self, name: str) -> str:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def add(self, values: Mapping[str, str]) -> str | None:
        """Take these values; an empty one takes the place of no other. Says what was not taken and why, None where all were."""
        refused: list[str] = []
        for name, value in values.items():
            size = self._size - len(self._values.get(name, "")) + len(value)
            if len(value) > LONGEST_STRING or size > _LARGEST:
                refused.append(name)
            elif value or name not in self._values:
                self._values[name], self._size = value, size
        if not refused:
            return None
        shown = ", ".join(refused[:3])[:100]
        return (
            f"the @string {shown} is longer than 64 KiB, or all are longer than 64 MiB; write what it stands for where it is used"
        )
