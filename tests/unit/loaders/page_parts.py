"""What the tests of the page loaders share: reading a page into its parts."""

from dataclasses import dataclass
from pathlib import Path

from loaders import Source, recognise
from loaders.records import Header, Item, Record, Rejection, Remark

ROOT = Path(__file__).resolve().parents[3]
AWKWARD = ROOT / "tests" / "data" / "pages"
DEMO = ROOT / "graph" / "demo"


@dataclass(frozen=True)
class Parts:
    """A page as read, by kind of item."""

    header: Header
    records: list[Record]
    rejections: list[Rejection]
    remarks: list[Remark]

    @property
    def reasons(self) -> list[str]:
        """Every reason in the report, rejections first."""
        return [item.reason for item in self.rejections] + [item.reason for item in self.remarks]


def parts(items: list[Item]) -> Parts:
    """Sort items by kind; there is one header and it comes first."""
    header = items[0]
    assert isinstance(header, Header)
    found = Parts(
        header,
        [item for item in items if isinstance(item, Record)],
        [item for item in items if isinstance(item, Rejection)],
        [item for item in items if isinstance(item, Remark)],
    )
    assert len(items) == 1 + len(found.records) + len(found.rejections) + len(found.remarks)
    return found


def load(content: str | bytes | Path) -> Parts:
    """A page read as the format that its content shows."""
    source = Source.at(content) if isinstance(content, Path) else Source.of(content)
    known = recognise(source)
    assert known is not None, "not recognised"
    return parts(list(known.read(source)))
