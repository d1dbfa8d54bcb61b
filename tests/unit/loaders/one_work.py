"""One made-up journal article as every format writes it: `tests/data/one_work`, a file a format, with its values left open."""

from collections.abc import Callable, Mapping

from loaders.records import Record
from tests.unit.loaders.json_parts import loaded
from tests.unit.loaders.read_items import DATA

VALUES: Mapping[str, str] = {
    "doi": "10.5555/soil.17",
    "title": "Soil moisture from orbit",
    "abstract": "We measure moisture.",
    "venue": "Journal of Field Notes",
    "family": "Ruiz",
    "given": "Ana",
    "place": "Institute of Soils, Graz",
    "keyword": "soil",
    "volume": "12",
    "issue": "3",
    "first": "101",
    "last": "110",
    "article": "e17",
}
_FILES = {path.stem: path for path in (DATA / "one_work").iterdir()}
FORMATS = sorted(_FILES)
_ESCAPES: Mapping[str, Callable[[str], str]] = {
    ".json": lambda value: value.replace("\\", "\\\\").replace('"', '\\"'),
    ".yaml": lambda value: value.replace("\\", "\\\\").replace('"', '\\"'),
    ".xml": lambda value: value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
    ".csv": lambda value: value.replace('"', '""'),
    ".txt": lambda value: value,
}


def gives(format_name: str, part: str) -> bool:
    """Whether the format has a place for that value."""
    return f"<<{part}>>" in _FILES[format_name].read_text(encoding="utf-8")


def written(format_name: str, **changed: str) -> str:
    """The document, with these values in place of the usual ones, escaped as the format demands."""
    path = _FILES[format_name]
    escape = _ESCAPES[path.suffix]
    text = path.read_text(encoding="utf-8")
    for name, value in {**VALUES, **changed}.items():
        text = text.replace(f"<<{name}>>", escape(value))
    return text


def read(format_name: str, **changed: str) -> Record:
    """The one record of that document; nothing of it is rejected."""
    found = loaded(written(format_name, **changed), format_name)
    assert found.rejected == []
    [record] = found.records
    return record
