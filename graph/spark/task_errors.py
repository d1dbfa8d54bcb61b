"""Errors of ours that a task raised on another machine."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from graph import errors

_OURS = re.compile(r"^graph\.errors\.(\w+): (.*)$", re.MULTILINE)
"""As the last line of a traceback has it, which is all that Spark brings of an error."""


@contextmanager
def as_raised() -> Iterator[None]:
    """Raise an error of ours that a task raised as what it is; everything else is raised as Spark tells it."""
    try:
        yield
    except Exception as error:
        found = _OURS.search(str(error))
        if found is None or isinstance(error, errors.ScholarGraphError):
            raise
        raise getattr(errors, found[1])(found[2]) from error
