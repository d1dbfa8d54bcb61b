"""The figures as tables to read."""

from collections.abc import Iterator, Mapping, Sequence

Figures = Mapping[str, float]


def figures_table(title: str, rows: Mapping[str, Figures]) -> Iterator[str]:
    """One line for each row, with all figures: counts as they are, shares by three digits."""
    columns = list(dict.fromkeys(name for figures in rows.values() for name in figures))
    yield _line(title, *(column.replace("_", " ") for column in columns))
    yield "|---" * (len(columns) + 1) + "|"
    for name, figures in rows.items():
        yield _line(name, *(_shown(figures.get(column)) for column in columns))


def labels_list(title: str, labels: Sequence[tuple[str, int]]) -> Iterator[str]:
    """The labels with how many papers have them, in one paragraph."""
    yield f"{title}: {', '.join(f'{label} {count:,}' for label, count in labels)}"


def _shown(figure: float | None) -> str:
    if figure is None:
        return ""
    return f"{figure:,}" if isinstance(figure, int) else f"{figure:.3f}"


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
