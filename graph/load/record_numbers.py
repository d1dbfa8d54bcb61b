"""Which records of a document were read, in little room."""

from bisect import bisect_right


class RecordNumbers:
    """A set of numbers that come in rising order, kept as ranges: a file of millions of records takes no more room than one."""

    def __init__(self) -> None:
        self._ranges: list[list[int]] = []
        self.count = 0

    def add(self, number: int) -> None:
        self.count += 1
        if self._ranges and self._ranges[-1][1] == number - 1:
            self._ranges[-1][1] = number
        else:
            self._ranges.append([number, number])

    def __contains__(self, number: int) -> bool:
        at = bisect_right(self._ranges, number, key=lambda bounds: bounds[0]) - 1
        return at >= 0 and number <= self._ranges[at][1]
