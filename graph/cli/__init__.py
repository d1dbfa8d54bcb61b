"""The `scholargraph` command.

The driver imports numpy, pandas and pyarrow where it finds them, so as to take their values as parameters. That takes longer than
all the rest of a command, and a command's parameters are text. So here it is imported as if they were not installed.
"""

import sys
import time

BEGAN = time.monotonic()
"""When the command began, as its user sees it: before everything that it imports."""

_HEAVY = ("numpy", "pandas", "pyarrow")


def _import_driver_alone() -> None:
    hidden = [name for name in _HEAVY if name not in sys.modules]
    # An entry of None makes an import fail (https://docs.python.org/3/reference/import.html#the-module-cache).
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
    try:
        import neo4j  # noqa: F401
    finally:
        for name in hidden:
            del sys.modules[name]


_import_driver_alone()
