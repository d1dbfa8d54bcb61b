"""What pages and pictures need beside what scholargraph needs."""

from importlib.util import find_spec

from graph.errors import PagesUnavailableError

NEEDED = ("jinja2", "starlette", "uvicorn")


def need_pages() -> None:
    """Raises PagesUnavailableError where what makes pages is not installed."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise PagesUnavailableError(
            f"pages need what is not installed ({', '.join(missing)}): pip install 'scholargraph[explore]'"
        )
