"""The worker processes of a load in bulk, as the process that started them sees them."""

from collections.abc import Iterator
from contextlib import suppress

import psutil


def worker_processes() -> Iterator[psutil.Process]:
    """Those of this process; what else it started may end meanwhile."""
    for child in psutil.Process().children():
        with suppress(psutil.Error):
            if "graph.bulk.workers" in child.cmdline():
                yield child
