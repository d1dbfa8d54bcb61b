"""What a load did, document by document, with nothing left out."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from graph.cells import line, table, title
from graph.load.steps import START, STEPS
from loaders.counted import counted

SHOWN = 20
"""So many documents, and remarks on them, a notebook shows."""


@dataclass(frozen=True)
class Note:
    """A place in a document and what is to be said of it."""

    where: str
    reason: str


@dataclass
class DocumentReport:
    """What became of one document: read = new + joined + unchanged + rejected.

    `as_before` where it has the content that it had when it was read before, in the same way and with nothing to be said against
    it: then it was not read again, and its records count as unchanged.
    """

    location: str
    format: str | None = None
    new: int = 0
    joined: int = 0
    unchanged: int = 0
    rejected: list[Note] = field(default_factory=list)
    warnings: list[Note] = field(default_factory=list)
    declared: dict[str, int] = field(default_factory=dict)
    counts_to_check: list[tuple[str, int]] = field(default_factory=list)
    confirmed: bool = True
    as_before: bool = False

    @classmethod
    def of_unreadable(cls, location: str, error: Exception) -> "DocumentReport":
        """The report of a document of which nothing could be read."""
        reason = str(error).removeprefix(f"{location}: ")
        return cls(location, rejected=[Note("document", reason)], confirmed=False)

    @property
    def unconfirmed(self) -> str:
        """In a few words why it is not confirmed: that a count which it declares is another one, or that something of it could
        not be read; empty where it is confirmed."""
        if self.confirmed:
            return ""
        good = self.read - len(self.rejected)
        if any(count != good for _, count in self.counts_to_check):
            return "another count"
        return "not read" if self.rejected else "another count"

    @property
    def read(self) -> int:
        """All records of the document, good and bad."""
        return self.new + self.joined + self.unchanged + len(self.rejected)

    def check_declared_counts(self) -> None:
        """Compare the counts that the document declares of its records with the good ones; a mismatch becomes a warning.

        A document of which something was rejected is not confirmed, whatever it declares.
        """
        good = self.read - len(self.rejected)
        self.confirmed = self.confirmed and not self.rejected
        for name, count in self.counts_to_check:
            if count != good:
                self.confirmed = False
                declared = counted(count, name.replace("_", " ").removesuffix("s"))
                reason = f"declares {declared}, but {good} could be read; is the page complete?"
                self.warnings.append(Note("page", reason))

    def to_dict(self) -> dict[str, object]:
        """The document's part of the report as JSON has it."""
        return {
            "location": self.location,
            "format": self.format,
            "read": self.read,
            "new": self.new,
            "joined": self.joined,
            "unchanged": self.unchanged,
            "rejected": [asdict(note) for note in self.rejected],
            "warnings": [asdict(note) for note in self.warnings],
            "declared": dict(self.declared),
            "confirmed": self.confirmed,
            "as_before": self.as_before,
        }


@dataclass
class LoadReport:
    """What a load did, and how long its caller waited for it.

    `seconds_by_step` divides that time. Reading and writing overlap: while the server writes one batch in the background, the
    next one is read here. So each second counts once, for what the load was held up by:

    - `start`: the command's own start, and the server fetched, started or joined; 0 for `ScholarGraph.load`, which finds it up;
    - `reading`: documents opened, recognised, read and prepared, whatever was written meanwhile;
    - `writing`: waiting for the server while nothing could be read: looking up what it holds, and writing;
    - `names`: comparing the names of the authors that the load touched, after everything was written.

    `left_out` are files that lay in a named folder or archive and are no documents, each with the reason.

    `memory_by_step` has the most bytes that were held in each step, here and by the server of a local graph (None of another),
    as far as somebody looked, which is twice a second.
    """

    documents: list[DocumentReport] = field(default_factory=list)
    seconds_by_step: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STEPS, 0.0))
    memory_by_step: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)
    left_out: list[Note] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """The whole time, which is the sum of the steps."""
        return sum(self.seconds_by_step.values())

    def add_start(self, seconds: float) -> None:
        """Count what had to be waited for before the load began."""
        self.seconds_by_step[START] += seconds

    @property
    def unreadable(self) -> int:
        """How many documents gave nothing but rejections."""
        return sum(bool(row.rejected) and len(row.rejected) == row.read for row in self.documents)

    @property
    def totals(self) -> Mapping[str, int]:
        """The sums over all documents: documents, read, new, joined, unchanged, rejected, warnings."""
        rows: Sequence[DocumentReport] = self.documents
        return {
            "documents": len(rows),
            "read": sum(row.read for row in rows),
            "new": sum(row.new for row in rows),
            "joined": sum(row.joined for row in rows),
            "unchanged": sum(row.unchanged for row in rows),
            "rejected": sum(len(row.rejected) for row in rows),
            "warnings": sum(len(row.warnings) for row in rows),
        }

    @property
    def clean(self) -> bool:
        """Whether nothing was rejected and every declared count that could be checked was confirmed."""
        return all(not row.rejected and row.confirmed for row in self.documents)

    def _repr_html_(self) -> str:
        """For a notebook: the documents, a line each, and what is to be said of them."""
        counts = ("read", "new", "joined", "unchanged", "rejected")
        totals = ", ".join(f"{count:,} {name}" for name, count in self.totals.items() if name != "documents")
        rows = [
            (one.location, one.format, one.read, one.new, one.joined, one.unchanged, len(one.rejected))
            for one in self.documents[:SHOWN]
        ]
        left = len(self.documents) - SHOWN
        notes = [(one.location, note.where, note.reason) for one in self.documents for note in (*one.rejected, *one.warnings)]
        notes += [("left out", note.where, note.reason) for note in self.left_out]
        more = [line(f"{counted(left, 'more document')}.")] if left > 0 else []
        said = [table(("document", "place", "what is to be said"), notes[:SHOWN])] if notes else []
        said += [line(f"{counted(len(notes) - SHOWN, 'more remark')}.")] if len(notes) > SHOWN else []
        head = title(f"{counted(len(self.documents), 'document')} in {self.seconds:.1f} s", totals)
        return "".join([head, table(("document", "format", *counts), rows), *more, *said])

    def to_dict(self) -> dict[str, object]:
        """The whole report as JSON has it: documents, left_out, totals, seconds, seconds_by_step, memory_by_step; the
        seconds to the millisecond."""
        steps = {step: round(seconds, 3) for step, seconds in self.seconds_by_step.items()}
        return {
            "documents": [row.to_dict() for row in self.documents],
            "left_out": [asdict(note) for note in self.left_out],
            "totals": dict(self.totals),
            "seconds": round(sum(steps.values()), 3),
            "seconds_by_step": steps,
            "memory_by_step": {step: {"here": here, "server": there} for step, (here, there) in self.memory_by_step.items()},
        }
