"""Writing what Neo4j Browser takes into a folder."""

import zipfile
from importlib.resources import files
from pathlib import Path

from graph.browser.examples import Examples
from graph.browser.favourites import Favourite, favourites
from graph.errors import InputError
from graph.queries.registry import Registry

ARCHIVE = "favourites.zip"
STYLE = "style.grass"
GUIDE = "guide.md"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time given to everything in the archive, so that the same favourites give the same file."""


def export(registry: Registry, examples: Examples, folder: Path) -> list[Path]:
    """Write favourites (an archive to drop on Browser, and the same scripts as files), the style and the guide; what was written
    for people to use, in the order of use. What else is in the folder stays. Raises InputError where it cannot be written.
    """
    found = favourites(registry, examples)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for favourite in found:
            path = folder / "favourites" / favourite.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(favourite.text, encoding="utf-8")
        _write_archive(folder / ARCHIVE, found)
        for name in (STYLE, GUIDE):
            (folder / name).write_text((files("graph.browser") / name).read_text(encoding="utf-8"), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{folder} cannot be written: {error.strerror or error}; choose another folder") from error
    return [folder / name for name in (GUIDE, STYLE, ARCHIVE, "favourites")]


def _write_archive(path: Path, found: list[Favourite]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for favourite in found:
            archive.writestr(zipfile.ZipInfo(favourite.path, EARLIEST), favourite.text)
