"""Lists that a program printed: JSON, or what Python, numpy and R show of a list ("['Lee, Ann', 'Chen, Bo']")."""

import ast
import json
import re
from collections.abc import Iterator, Mapping

_LONGEST = 1_000_000
_NUMPY = re.compile(r"^(?:np\.|numpy\.)?array\((?P<list>\[.*\])(?:,\s*dtype=[^)]*)?\)$", re.DOTALL)
_R_VECTOR = re.compile(r"^(?:c|list)\((?P<items>.*)\)$", re.DOTALL)
_SET = re.compile(r"^\{\s*(?:'[^']*'|\"[^\"]*\")\s*(?:,\s*(?:'[^']*'|\"[^\"]*\")\s*)*\}$")
_BESIDE = re.compile(r"(?<=['\"])\s+(?=['\"])")
_BARE_LIST = re.compile(r"^\[(?P<items>[^\[\]{}'\"]*)\]$", re.DOTALL)


def printed_structure(text: str) -> list[object] | None:
    """The items of the list, or the one item alone; None where the text is no such list. Nothing in it is executed."""
    text = text.strip()
    if len(text) > _LONGEST or not text or text[0] not in "[({" + "acnls":
        return None
    if match := _NUMPY.match(text):
        text = match["list"]
    elif match := _R_VECTOR.match(text):
        text = f"[{match['items']}]"
    elif _SET.match(text):
        text = f"[{text[1:-1]}]"
    if text[0] not in "[({":
        return None
    for parse in (json.loads, ast.literal_eval):
        try:
            found = parse(_BESIDE.sub(", ", text))
        except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
            continue
        return list(_items(found))
    return None


def bare_list(text: str) -> str | None:
    """What stands within brackets around a whole list without quotes: "[Ann Lee, Bo Chen]"."""
    match = _BARE_LIST.match(text.strip())
    return match["items"] if match and re.search(r"[^\W\d_]{2}", match["items"]) else None


def _items(found: object) -> Iterator[object]:
    if isinstance(found, Mapping):
        inner = next((found[key] for key in ("authors", "author", "creators") if isinstance(found.get(key), list)), None)
        yield from inner if isinstance(inner, list) else [found]
    elif isinstance(found, list | tuple):
        yield from found
    else:
        yield found
