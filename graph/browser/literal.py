"""Values as Cypher literals that Neo4j Browser's `:param name => value` takes.

Browser divides what it is given at `;`, takes what follows the last `=>`, and reads a value that starts with `{` as a query, so
that those signs are written as escapes inside strings, and maps stand in parentheses. The arrow form keeps whole numbers whole;
in `:param {name: 3}` Browser would make 3.0 of them, which LIMIT refuses.
(https://neo4j.com/docs/browser-manual/current/operations/query-parameters/)
"""

import json
import re
from collections.abc import Mapping

_PLAIN_KEY = re.compile(r"[A-Za-z_]\w*")
_BY_NUMBER = re.compile("[;$>\x7f-\x9f\u2028\u2029]")
_BY_NUMBER_IN_NAMES = re.compile("[;$>\\\\\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""Cypher reads escapes by number in names as well, before it knows where a name ends."""


def literal(value: object) -> str:
    """The value as `:param name => …` takes it. Raises TypeError for what no header can declare."""
    return f"({_literal(value)})" if isinstance(value, Mapping) else _literal(value)


def _literal(value: object) -> str:
    if value is None or isinstance(value, bool | int | float):
        return json.dumps(value)
    if isinstance(value, str):
        return _BY_NUMBER.sub(_number, json.dumps(value, ensure_ascii=False))
    if isinstance(value, list | tuple):
        return f"[{', '.join(_literal(item) for item in value)}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_key(str(key))}: {_literal(item)}' for key, item in value.items())}}}"
    raise TypeError(f"{value!r} has no Cypher literal")


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else f"`{_BY_NUMBER_IN_NAMES.sub(_number, key).replace('`', '``')}`"


def _number(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"
