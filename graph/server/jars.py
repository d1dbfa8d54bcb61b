"""The lock file of a Neo4j line: which jars make the server, each with its size and SHA-256.

`python -m graph.server.relock` writes the lock files, so that users only ever download exactly what was tested.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from graph.errors import ParameterError

LINES = ("2026", "5.26")
"""The Neo4j lines that a local graph can run on: the calendar releases and the long-term support release."""

DEFAULT_LINE = LINES[0]

MAIN_CLASSES = {"2026": "org.neo4j.server.Neo4jCommunity", "5.26": "org.neo4j.server.CommunityEntryPoint"}


@dataclass(frozen=True, slots=True)
class Jar:
    """One jar: Maven coordinates, size in bytes, SHA-256."""

    group: str
    artifact: str
    version: str
    classifier: str
    size: int
    sha256: str

    @property
    def coordinates(self) -> str:
        """`group:artifact:version`, and `:classifier` where there is one."""
        return ":".join(part for part in (self.group, self.artifact, self.version, self.classifier) if part)

    @property
    def path(self) -> PurePosixPath:
        """Where a Maven repository keeps it: https://maven.apache.org/repository/layout.html."""
        suffix = f"-{self.classifier}" if self.classifier else ""
        return PurePosixPath(*self.group.split("."), self.artifact, self.version, f"{self.artifact}-{self.version}{suffix}.jar")


@dataclass(frozen=True, slots=True)
class JarList:
    """All jars of one line, in class path order."""

    line: str
    version: str
    main_class: str
    jars: tuple[Jar, ...]
    digest: str
    """The first characters of a SHA-256 over all of them: what is derived from these jars is kept under it."""

    @property
    def size(self) -> int:
        """Bytes of all jars together."""
        return sum(jar.size for jar in self.jars)


def lock_path(line: str) -> Path:
    """The lock file of a line; `ParameterError` for a line that does not exist."""
    if line not in LINES:
        raise ParameterError(f"There is no Neo4j line {line!r} for a local graph. Choose one of: {', '.join(LINES)}.")
    return Path(__file__).with_name(f"neo4j-{line}.lock.toml")


@cache
def jar_list(line: str) -> JarList:
    """The jars of a line as its lock file lists them."""
    return read_lock(lock_path(line), MAIN_CLASSES[line])


def read_lock(path: Path, main_class: str) -> JarList:
    """The jars that a lock file lists; `main_class` is the one among their classes that is to be run."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    jars = tuple(parse_jar(str(entry["jar"]), int(entry["size"]), str(entry["sha256"])) for entry in content["jars"])
    digest = hashlib.sha256("\n".join(jar.sha256 for jar in jars).encode()).hexdigest()[:16]
    return JarList(str(content["line"]), str(content["version"]), main_class, jars, digest)


def parse_jar(coordinates: str, size: int, sha256: str) -> Jar:
    """A jar from its `group:artifact:version[:classifier]`."""
    group, artifact, version, *classifier = coordinates.split(":")
    return Jar(group, artifact, version, classifier[0] if classifier else "", size, sha256)
