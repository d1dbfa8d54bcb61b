"""What plots need beside what scholargraph needs."""

from importlib.util import find_spec

from graph.errors import PlotsUnavailableError

NEEDED = {"altair": "altair", "vl_convert": "vl-convert-python"}


def need_plots() -> None:
    """Raises PlotsUnavailableError where what makes plots is not installed."""
    missing = [package for module, package in NEEDED.items() if find_spec(module) is None]
    if missing:
        raise PlotsUnavailableError(f"plots need what is not installed ({', '.join(missing)}): pip install 'scholargraph[plots]'")
