"""How long a server stays up after its last user left."""

import math
import os
from contextlib import suppress

from graph.errors import ParameterError
from graph.server.folder import Folder
from graph.server.private import write_private

IDLE_VARIABLE = "SCHOLARGRAPH_IDLE_MINUTES"
DEFAULT_MINUTES = 10.0


def choose_minutes(minutes: float | None) -> float | None:
    """The minutes given, else those of the environment, else None; `ParameterError` unless they are zero or more."""
    text = os.environ.get(IDLE_VARIABLE, "").strip() if minutes is None else str(minutes)
    if not text:
        return None
    try:
        chosen = float(text)
    except ValueError:
        chosen = math.nan
    if not 0 <= chosen < math.inf:
        raise ParameterError(f"{text!r} is not a number of idle minutes. Give zero or more, such as 10 or 0.5 ({IDLE_VARIABLE}).")
    return chosen


def read_minutes(folder: Folder, default: float = DEFAULT_MINUTES) -> float:
    """What this run of the server was last told; `default` if nothing."""
    with suppress(OSError, ValueError):
        return float(folder.idle_file.read_text())
    return default


def write_minutes(folder: Folder, minutes: float) -> None:
    """Tell the running server."""
    write_private(folder.idle_file, f"{minutes}\n", lasting=False)
