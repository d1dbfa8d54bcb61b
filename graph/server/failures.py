"""What went wrong when a server did not start, from how it ended and what it wrote, and what to do about it."""

import signal
from dataclasses import dataclass
from pathlib import Path

from graph.server.configuration import SETTINGS_VARIABLE
from graph.server.folder import Failure
from graph.server.memory import HEAP_VARIABLE, PAGE_CACHE_VARIABLE
from graph.server.process import JAVA_VARIABLE

TOLD_LINES = 30

PORT_TAKEN = ("Address already in use", "BindException")
DAMAGED_JARS = (
    "NoClassDefFoundError",
    "ClassNotFoundException",
    "ZipException",
    "Could not find or load main class",
    "LinkageError",
)


@dataclass(frozen=True, slots=True)
class _Cause:
    signs: tuple[str, ...]
    kind: str
    message: str


CAUSES = (
    _Cause(
        PORT_TAKEN,
        "StartError",
        "another program took the port that the server was to use. Try again: it looks for free ports each time.",
    ),
    _Cause(
        ("No space left on device", "There is not enough space", "Disk quota exceeded"),
        "StartError",
        "the disk of {folder} is full. Free some space on it, then try again.",
    ),
    _Cause(
        (
            "OutOfMemoryError",
            "Could not reserve enough space",
            "insufficient memory",
            "Cannot allocate memory",
            "Invalid maximum heap size",
        ),
        "StartError",
        "there is too little memory for it. "
        f"Close other programs, or set {HEAP_VARIABLE} (such as 512m) and {PAGE_CACHE_VARIABLE} (such as 64m) lower.",
    ),
    _Cause(
        ("StoreLockException", "Lock file has been locked by another process", "FileLockException", "already locked by another"),
        "FolderInUseError",
        "another Neo4j uses the data in {folder}. Stop it there, then try again.",
    ),
    _Cause(
        (
            "UnsupportedLogVersionException",
            "newer version of neo4j",
            "Unknown store version",
            "Unknown kernel version",
            "unsupported format",
        ),
        "FolderInUseError",
        "the data in {folder} was written by a newer Neo4j than {version}. "
        "Open it with the line that made it, or install the newest scholargraph.",
    ),
    _Cause(
        ("Permission denied", "AccessDeniedException", "Read-only file system"),
        "StartError",
        "it may not write in {folder}. Correct the permissions there, or choose another folder.",
    ),
    _Cause(
        DAMAGED_JARS,
        "StartError",
        "its jars in the cache are damaged. Remove the folder {cache} and try again: it is fetched anew.",
    ),
    _Cause(
        ("Could not create the Java Virtual Machine",),
        "StartError",
        f"Java refuses an option, which the log below names. Correct {JAVA_VARIABLE}, or unset it.",
    ),
    _Cause(
        ("Unrecognized setting", "Error evaluating value for setting"),
        "StartError",
        f"Neo4j refuses a setting, which the log below names. Correct {SETTINGS_VARIABLE}, or unset it.",
    ),
)


def explain(code: int | None, text: str, folder: Path, version: str, cache: Path, seconds: float | None) -> Failure:
    """The failure that a server's exit code (None while it runs) and its log amount to.

    `seconds` are those it was given to start, None for one that was up.
    """
    what = f"Neo4j {version} in {folder} " + ("ended while it was up" if seconds is None else "did not start")
    names = {"folder": folder, "version": version, "cache": cache}
    tail = "\n".join(text.splitlines()[-TOLD_LINES:])
    for cause in CAUSES:
        if any(sign in text for sign in cause.signs):
            return Failure(cause.kind, f"{what}: {cause.message.format(**names)}", tail)
    return Failure("StartError", f"{what}: {_end(code, seconds or 0)}", tail)


def _end(code: int | None, seconds: float) -> str:
    if code is None:
        return (
            f"it was not ready after {seconds:.0f} seconds. "
            "Is the machine very busy? Try again, or give it more time in SCHOLARGRAPH_START_SECONDS."
        )
    if code < 0:
        name = signal.Signals(-code).name if -code in set(signal.Signals) else str(-code)
        return (
            f"it was ended from outside by {name}, as happens when memory runs out. "
            f"Try again; if it repeats, set {HEAP_VARIABLE} lower."
        )
    return f"it ended with exit code {code}. The log below says why; the whole of it is in neo4j/logs of the folder."
