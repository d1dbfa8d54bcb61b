"""The figures of an evaluation as tables to read."""

from collections.abc import Iterator, Mapping, Sequence

from tests.bench.identity.figures import Figures
from tests.bench.identity.metrics import Tenth

_SCORES = ("precision", "recall", "f1")


def clustering_table(rows: Mapping[str, Figures]) -> Iterator[str]:
    """One line for each way to tell people apart."""
    yield _line("", "B³ P", "B³ R", "B³ F1", "pairs P", "pairs R", "pairs F1", "homonym names merged", "pairs of variants found")
    yield _rule(9)
    for name, of in rows.items():
        scores = [f"{of[f'{kind}_{score}']:.5f}" for kind in ("b3", "pairs") for score in _SCORES]
        yield _line(name, *scores, _of(of, "homonyms_merged"), _of(of, "variants_found"))


def compared_table(rows: Mapping[str, Figures]) -> Iterator[str]:
    """One line for each way to tell people apart, ours and others', with what it took where that is known."""
    scores = ("b3_precision", "b3_recall", "b3_f1", "pairs_f1")
    shares = ("homonyms_merged", "variants_found", "curated")
    yield _line(
        "", "B³ P", "B³ R", "B³ F1", "pairs F1", "homonym names merged", "pairs of variants found", "curated pairs found",
        "largest person", "CPU s", "peak GiB",
    )  # fmt: skip
    yield _rule(11)
    for name, of in rows.items():
        cost = (f"{of['cpu_seconds']:.0f}", f"{of['peak_mib'] / 1024:.1f}") if "cpu_seconds" in of else ("", "")
        yield _line(
            name, *(f"{of[score]:.4f}" for score in scores), *(_of(of, share) for share in shares), f"{of['largest']:,.0f}", *cost
        )


def share_table(title: str, rows: Mapping[str, Figures], columns: Sequence[str]) -> Iterator[str]:
    """One line for each row, with so many of so many."""
    yield _line(title, *(column.replace("_", " ") for column in columns))
    yield _rule(len(columns) + 1)
    for name, of in rows.items():
        yield _line(name, *(_of(of, column) for column in columns))


def ways_table(figures: Figures) -> Iterator[str]:
    """One line for each way, from figures that are named "way.figure"."""
    columns = list(dict.fromkeys(name.partition(".")[2] for name in figures))
    yield _line("", *(column.replace("_", " ") for column in columns))
    yield _rule(len(columns) + 1)
    for way in dict.fromkeys(name.partition(".")[0] for name in figures):
        values = (figures.get(f"{way}.{column}") for column in columns)
        yield _line(way, *("" if value is None else f"{value:.4f}" for value in values))


def calibration_table(tables: Mapping[str, Sequence[Tenth]]) -> Iterator[str]:
    """For each tenth: cases, what was said, what was so."""
    yield _line("probability", *tables)
    yield _rule(len(tables) + 1)
    for number in range(10):
        cells = [table[number] for table in tables.values()]
        texts = (f"{cell.cases}: {cell.mean:.2f} → {cell.share:.2f}" if cell.cases else "" for cell in cells)
        yield _line(f"{number / 10:.1f}–{(number + 1) / 10:.1f}", *texts)


def clock_table(steps: Mapping[str, tuple[float, float]]) -> Iterator[str]:
    """Seconds and peak memory of each step."""
    yield _line("step", "seconds", "peak memory")
    yield _rule(3)
    for name, (seconds, peak) in steps.items():
        yield _line(name, f"{seconds:.1f}", f"{peak:.0f} MiB")


def _of(figures: Figures, name: str) -> str:
    part, whole = figures[name], figures[f"{name}_of"]
    return f"{part:,.0f} of {whole:,.0f}" + (f" ({part / whole:.3f})" if whole else "")


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _rule(columns: int) -> str:
    return "|---" * columns + "|"
