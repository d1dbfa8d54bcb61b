"""JSON as the shell of MongoDB prints it, with values that no JSON has: `"year" : NumberInt(2000)`, `"_id" : ObjectId("53e9…")`.

Format: https://www.mongodb.com/docs/mongodb-shell/reference/data-types/
"""

import re

from loaders.parsing.json_values import JsonObject, mapping

_NUMBER = "Number(?:Int|Long|Double|Decimal)"
_TEXT = "ObjectId|ISODate|UUID"
_CALL = re.compile(
    rf"""(?P<key>"\s*:\s*)(?:{_NUMBER}\(\s*["']?(?P<number>-?[\d.]+)["']?\s*\)|(?:{_TEXT})\(\s*["'](?P<text>[^"'\\()]*)["']\s*\))"""
)
_UNFINISHED = re.compile(r'"\s*:\s*(?:[A-Z][A-Za-z]{0,20}(?:\([^()]{0,80})?)?$|"\s*$')
_LONGEST = 160


class ShellTypes:
    """Takes the calls out of a text that comes piece by piece; one that is cut in two is held until its rest is there."""

    def __init__(self) -> None:
        self._held = ""

    def __call__(self, text: str, ended: bool) -> str:
        """The text with plain numbers and texts in the place of calls."""
        text, self._held = self._held + text, ""
        if not ended and (cut := _UNFINISHED.search(text, max(0, len(text) - _LONGEST))):
            text, self._held = text[: cut.start()], text[cut.start() :]
        return without_shell_types(text)


def without_shell_types(text: str) -> str:
    """As `ShellTypes`, for a text that is all there."""
    return _CALL.sub(_plain, text) if "(" in text else text


def _plain(call: re.Match[str]) -> str:
    value = call["number"] if call["number"] is not None else f'"{call["text"]}"'
    return f"{call['key']}{value}"


def untyped(value: object) -> object:
    """The value of an object that names its type, as programs export it: {"$numberInt": "2000"}, {"$oid": "53e9…"}."""
    inside: JsonObject = mapping(value)
    if len(inside) == 1:
        (key, held) = next(iter(inside.items()))
        return held if key.startswith("$") else value
    return value
